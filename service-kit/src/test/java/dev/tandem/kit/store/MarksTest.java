package dev.tandem.kit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class MarksTest {
    private static final CompanyId ACME = new CompanyId("acme");
    private static final CrmId USER = new CrmId("U1");
    private final Marks marks = new Marks("a-key-for-tests-of-at-least-32-characters");

    @Test
    void theSameIsMarkedTheSameAndNothingElseIs() {
        assertThat(marks.erased(ACME, USER))
                .isEqualTo(new Marks("a-key-for-tests-of-at-least-32-characters").erased(ACME, USER))
                .isNotEqualTo(marks.erased(ACME, new CrmId("U2")))
                .isNotEqualTo(marks.erased(new CompanyId("globex"), USER));
        assertThat(marks.of("ab", "c")).hasSize(24).isNotEqualTo(marks.of("a", "bc"));
    }

    @Test
    void whoDoesNotKnowTheSecretCannotTryOutWhoItWas() {
        var others = new Marks("another-key-for-tests-of-at-least-32-chars");

        assertThat(others.erased(ACME, USER)).isNotEqualTo(marks.erased(ACME, USER));
        assertThat(marks.erased(ACME, USER).isErased()).isTrue();
    }

    @Test
    void nothingIsMarkedUnderASecretThatIsNone() {
        assertThatThrownBy(() -> new Marks("")).hasMessageContaining("tandem.mark-key");
        assertThatThrownBy(() -> new Marks(null)).hasMessageContaining("tandem.mark-key");
    }
}
