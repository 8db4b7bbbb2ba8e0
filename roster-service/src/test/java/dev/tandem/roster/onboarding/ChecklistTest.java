package dev.tandem.roster.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.roster.onboarding.Checklist.Tick;
import dev.tandem.roster.terms.Requirement;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class ChecklistTest {
    private static final Requirement PRODUCT =
            new Requirement("PRODUCT", Requirement.Kind.TRAINING, "Knows both products.");
    private static final Requirement GDPR = new Requirement("GDPR", Requirement.Kind.REGULATORY, "Knows the law.");

    private final Checklist empty = Checklist.empty(new PartnershipId("p1"), new RepId("kim"));

    @Test
    void nothingIsMissingOnceEachAgreedRequirementIsTicked() {
        var half = empty.ticked(tick("PRODUCT"));

        assertThat(empty.missing(List.of(PRODUCT, GDPR))).containsExactly(PRODUCT, GDPR);
        assertThat(half.missing(List.of(PRODUCT, GDPR))).containsExactly(GDPR);
        assertThat(half.ticked(tick("GDPR")).missing(List.of(PRODUCT, GDPR))).isEmpty();
    }

    @Test
    void aRequirementThatIsNewInTheAgreementIsMissingAgain() {
        assertThat(empty.ticked(tick("PRODUCT")).missing(List.of(PRODUCT))).isEmpty();
        assertThat(empty.ticked(tick("PRODUCT")).missing(List.of(PRODUCT, GDPR)))
                .containsExactly(GDPR);
    }

    @Test
    void aTickThatIsTakenBackIsMissing() {
        assertThat(empty.ticked(tick("PRODUCT")).cleared("PRODUCT").missing(List.of(PRODUCT)))
                .containsExactly(PRODUCT);
    }

    @Test
    void theLastProofOfARequirementIsKept() {
        assertThat(empty.ticked(tick("PRODUCT")).ticked(tick("PRODUCT")).ticks())
                .hasSize(1);
    }

    private static Tick tick(String requirement) {
        return new Tick(requirement, new Reason("COURSE", "Attended in March."), Instant.EPOCH);
    }
}
