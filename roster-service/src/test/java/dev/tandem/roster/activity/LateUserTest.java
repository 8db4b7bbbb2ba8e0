package dev.tandem.roster.activity;

import static dev.tandem.roster.activity.ActivityFixture.NINE;
import static dev.tandem.roster.activity.ActivityFixture.meeting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.partnership.Act;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import dev.tandem.roster.AgreedPair;
import dev.tandem.roster.BeforeSaving;
import dev.tandem.roster.activity.Activities.Range;
import dev.tandem.roster.activity.Facts.Unknown;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

/// However many activities name a user who becomes a rep, the rep took part in each.
@NullMarked
class LateUserTest extends AgreedPair {
    private static final CompanyId ALUDRA = new CompanyId("aludra");
    private static final PartnershipId PARTNERSHIP = new PartnershipId("late-user");

    private static final String TERMS = """
            {"charter": {"mission": "One offer", "goals": ["Grow together"], "objectives": []},
             "engagement": [], "prevailing": [], "expenses": [], "limits": [], "orders": [], "contacts": [],
             "onboarding": [], "noticeDays": 30}
            """;

    @Autowired
    private Activities activities;

    @Autowired
    private ConfigurableApplicationContext context;

    @Test
    void moreThanAPartOfThemIsResolved() throws Exception {
        register("aludra");
        IntStream.range(0, 201).forEach(this::recorded);

        var rep = new RepId(rep("aludra", "L1", "Lou Lind"));

        await().untilAsserted(() -> assertThat(activities.page(PARTNERSHIP, new Range("", 300)))
                .hasSize(201)
                .allMatch(each -> each.facts().unknown().isEmpty())
                .allMatch(each -> each.facts().attended().contains(new Attendee(rep, Act.PRESENTED))));
    }

    /// The rep is dealt with everywhere between the reading of the roster and the writing of the activity.
    @Test
    void whoComesWhileTheActivityIsBeingWrittenIsFoundAfterwards() throws Exception {
        var resource = agreed("wezen", "phact", TERMS);
        var partnership = new PartnershipId(resource.substring(resource.lastIndexOf('/') + 1));
        recorded("activity/1", partnership);
        await().untilAsserted(() -> assertThat(named(partnership)).containsExactly(1));
        var meanwhile = new BeforeSaving("activities", () -> {
            assertThat(post(Tokens.bearer("wezen", Role.ADMIN), "/roster/reps", """
                    {"crmUser": "W1", "name": "Wim Wolf"}
                    """))
                    .hasStatus(201);
            await().untilAsserted(() -> assertThat(named(partnership)).containsExactly(0));
        });
        context.addApplicationListener(meanwhile);
        try {
            recorded("activity/2", partnership);
            await().untilAsserted(() -> assertThat(named(partnership)).containsExactly(0, 0));
        } finally {
            context.removeApplicationListener(meanwhile);
        }
    }

    /// How many users each names who are no reps yet.
    private List<Integer> named(PartnershipId partnership) {
        return activities.page(partnership, new Range("", 10)).stream()
                .map(each -> each.facts().unknown().size())
                .toList();
    }

    private void recorded(String id, PartnershipId partnership) {
        var fields = Map.of(
                "partnership",
                partnership.value(),
                "kind",
                "MEETING",
                "start",
                Instant.now().minusSeconds(36_000).toString(),
                "minutes",
                "45",
                "users",
                "W1:PRESENTED",
                "evidence",
                "calendar:1");
        var change = new CrmChange("activity", new CrmId(id), BigInteger.ONE, CrmChange.Change.FULL, fields);
        write(Topics.crmPeopleIn(new CompanyId("wezen")), id, 0, change);
    }

    private void recorded(int number) {
        var facts = meeting(NINE, 30).attendedBy(List.of(), List.of(new Unknown(new CrmId("L1"), Act.PRESENTED)));
        var said = new Said(ALUDRA, ActivityFixture.BECAUSE, NINE);
        var id = "late-%03d".formatted(number);
        activities.record(
                PARTNERSHIP, id, _ -> Change.to(Activity.reported(id, PARTNERSHIP, facts, said, NINE.plusSeconds(60))));
    }
}
