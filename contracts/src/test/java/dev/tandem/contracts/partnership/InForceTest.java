package dev.tandem.contracts.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InForceTest {
    private static final CompanyId ACME = new CompanyId("acme");
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    @Test
    void governsFromTheLastSignatureUntilItIsSuperseded() {
        var first = revision(1, Agreement.Status.SUPERSEDED, NOON, NOON.plusSeconds(60));
        var second = revision(2, Agreement.Status.IN_FORCE, NOON.plusSeconds(60), null);
        var partnership = partnership(PartnershipChanged.Status.ACTIVE, first, second);

        assertThat(partnership.inForceAt(NOON.minusMillis(1))).isEmpty();
        assertThat(partnership.inForceAt(NOON)).hasValue(first);
        assertThat(partnership.inForceAt(NOON.plusSeconds(60))).hasValue(second);
        assertThat(partnership.inForce()).hasValue(second);
    }

    @Test
    void letsNothingCrossWhileProposedOrOnceCancelled() {
        var proposed = revision(1, Agreement.Status.PROPOSED, null, null);
        var inForce = revision(1, Agreement.Status.IN_FORCE, NOON, null);

        assertThat(partnership(PartnershipChanged.Status.ACTIVE, proposed).inForce())
                .isEmpty();
        assertThat(partnership(PartnershipChanged.Status.ACTIVE, proposed).inForceAt(NOON))
                .isEmpty();
        assertThat(partnership(PartnershipChanged.Status.CANCELLED, inForce).inForce())
                .isEmpty();
    }

    private static PartnershipChanged partnership(PartnershipChanged.Status status, Agreement... revisions) {
        return new PartnershipChanged(new PartnershipId("p"), "P", status, List.of(ACME), List.of(revisions));
    }

    private static Agreement revision(
            int number, Agreement.Status status, @Nullable Instant from, @Nullable Instant until) {
        var because = new Reason("NEW", "A new start.");
        var nothing = new SharingPolicy(List.of());
        return new Agreement(
                number, status, ACME, NOON, because, nothing, new CreditingPolicy(List.of()), List.of(), from, until);
    }
}
