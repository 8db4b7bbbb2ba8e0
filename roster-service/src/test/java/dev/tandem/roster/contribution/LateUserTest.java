package dev.tandem.roster.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.partnership.Act;
import dev.tandem.roster.AgreedPair;
import dev.tandem.roster.rep.Stamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// However many contributions name a user who becomes a rep, each is the rep's.
@NullMarked
class LateUserTest extends AgreedPair {
    private static final CompanyId ADHARA = new CompanyId("adhara");
    private static final CrmId USER = new CrmId("L1");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Autowired
    private ContributionStore contributions;

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
