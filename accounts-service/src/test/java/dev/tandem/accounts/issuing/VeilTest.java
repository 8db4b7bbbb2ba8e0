package dev.tandem.accounts.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class VeilTest {
    private static final Secret SECRET = new Secret("of one partnership");

    @Test
    void showsWhatItHasHidden() {
        var numbers = LongStream.range(-20, 20).boxed().toList();

        assertThat(veiled(SECRET, "n-1", veiled(SECRET, "n-1", numbers))).isEqualTo(numbers);
    }

    @Test
    void hidesTheSameNumberAsAnotherOneInEachPlaceUnderEachNonceAndSecret() {
        var same = List.of(7L, 7L, 7L, 7L, 7L, 7L);

        assertThat(veiled(SECRET, "n-1", same)).doesNotHaveDuplicates().doesNotContain(7L);
        assertThat(veiled(SECRET, "n-2", same)).doesNotContainAnyElementsOf(veiled(SECRET, "n-1", same));
        assertThat(veiled(new Secret("of another"), "n-1", same))
                .doesNotContainAnyElementsOf(veiled(SECRET, "n-1", same));
    }

    private static List<Long> veiled(Secret secret, String nonce, List<Long> numbers) {
        var veil = new Veil(secret, nonce);
        return numbers.stream().map(veil::applyAsLong).toList();
    }
}
