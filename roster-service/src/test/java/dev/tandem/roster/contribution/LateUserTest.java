package dev.tandem.roster.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.partnership.Act;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import dev.tandem.roster.AgreedPair;
import dev.tandem.roster.BeforeSaving;
import dev.tandem.roster.rep.Stamp;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

/// However many contributions name a user who becomes a rep, each is the rep's.
@NullMarked
class LateUserTest extends AgreedPair {
    private static final CompanyId ADHARA = new CompanyId("adhara");
    private static final CrmId USER = new CrmId("L1");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final CompanyId FURUD = new CompanyId("furud");
    private static final String TERMS = """
            {"charter": {"mission": "One offer", "goals": ["Grow together"], "objectives": []},
             "engagement": [], "prevailing": [], "expenses": [], "limits": [], "orders": [], "contacts": [],
             "onboarding": [], "noticeDays": 30}
            """;

    @Autowired
    private ContributionStore contributions;

    @Autowired
    private ConfigurableApplicationContext context;

    @Test
    void moreThanAPartOfThemIsResolved() throws Exception {
        register("adhara");
        IntStream.range(0, 201).forEach(this::recorded);
        assertThat(contributions.waitingFor(ADHARA, USER, 300)).hasSize(201);

        rep("adhara", "L1", "Lou Lind");

        await().untilAsserted(() ->
                assertThat(contributions.waitingFor(ADHARA, USER, 300)).isEmpty());
        assertThat(contributions.naming(ADHARA, USER, 300)).hasSize(201).allMatch(each -> each.rep() != null);
    }

    /// The rep is dealt with everywhere between the reading of the roster and the writing of the contribution.
    @Test
    void whoComesWhileTheContributionIsBeingWrittenIsFoundAfterwards() throws Exception {
        var resource = agreed("furud", "mirzam", TERMS);
        recorded("contribution/1", resource);
        await().untilAsserted(() ->
                assertThat(contributions.waitingFor(FURUD, USER, 10)).hasSize(1));
        var meanwhile = new BeforeSaving("crm-contributions", () -> {
            assertThat(post(Tokens.bearer("furud", Role.ADMIN), "/roster/reps", """
                    {"crmUser": "L1", "name": "Fia Fuchs"}
                    """))
                    .hasStatus(201);
            await().untilAsserted(() ->
                    assertThat(contributions.waitingFor(FURUD, USER, 10)).isEmpty());
        });
        context.addApplicationListener(meanwhile);
        try {
            recorded("contribution/2", resource);
            await().untilAsserted(() ->
                    assertThat(contributions.naming(FURUD, USER, 10)).hasSize(2).allMatch(each -> each.rep() != null));
        } finally {
            context.removeApplicationListener(meanwhile);
        }
    }

    private void recorded(String id, String resource) {
        var fields = Map.of(
                "partnership",
                resource.substring(resource.lastIndexOf('/') + 1),
                "jointAccount",
                "j-late",
                "user",
                "L1",
                "act",
                "SOURCED",
                "on",
                "2026-03-01",
                "evidence",
                "mail:1");
        var change = new CrmChange("contribution", new CrmId(id), BigInteger.ONE, CrmChange.Change.FULL, fields);
        write(Topics.crmPeopleIn(FURUD), id, 0, change);
    }

    private void recorded(int number) {
        var id = "late-%03d".formatted(number);
        var said = new CrmContribution(
                new PartnershipId("late-contributions"),
                new JointAccountId("j-late"),
                null,
                USER,
                Act.SOURCED,
                LocalDate.of(2026, 3, 1),
                "mail:1");
        var waits = new Contributed(id, ADHARA, said, null, new Stamp(null, NOON, 1), NOON, false, List.of());
        contributions.change(ADHARA, id, _ -> Optional.of(waits));
    }
}
