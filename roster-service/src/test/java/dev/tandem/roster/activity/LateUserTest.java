package dev.tandem.roster.activity;

import static dev.tandem.roster.activity.ActivityFixture.NINE;
import static dev.tandem.roster.activity.ActivityFixture.meeting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.partnership.Act;
import dev.tandem.kit.store.Change;
import dev.tandem.roster.AgreedPair;
import dev.tandem.roster.activity.Activities.Range;
import dev.tandem.roster.activity.Facts.Unknown;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// However many activities name a user who becomes a rep, the rep took part in each.
@NullMarked
class LateUserTest extends AgreedPair {
    private static final CompanyId ALUDRA = new CompanyId("aludra");
    private static final PartnershipId PARTNERSHIP = new PartnershipId("late-user");

    @Autowired
    private Activities activities;

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

    private void recorded(int number) {
        var facts = meeting(NINE, 30).attendedBy(List.of(), List.of(new Unknown(new CrmId("L1"), Act.PRESENTED)));
        var said = new Said(ALUDRA, ActivityFixture.BECAUSE, NINE);
        var id = "late-%03d".formatted(number);
        activities.record(
                PARTNERSHIP, id, _ -> Change.to(Activity.reported(id, PARTNERSHIP, facts, said, NINE.plusSeconds(60))));
    }
}
