package dev.tandem.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShareTest {
    @ParameterizedTest
    @CsvSource({"60%,60%", "33.34%,33.34%", "1/3,1/3", "2/4,50%", "100%,100%", "0%,0%", "1/8,12.5%", "200%,200%"})
    void isWrittenAsAPercentageWhereThatIsExactElseInLowestTerms(String read, String written) {
        assertThat(Share.parse(read)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "60", "-1%", "1/0", "1/-2", "0.5", "60 %", "1e2%", "１/３", "1//3"})
    void refusesWhatIsNeitherPercentageNorFraction(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Share.parse(text));
    }

    @Test
    void sumsThreeThirdsToExactlyAll() {
        assertThat(Share.sum(Collections.nCopies(3, Share.of(1, 3)))).isEqualTo(Share.ALL);
        assertThat(Share.sum(Collections.nCopies(3, Share.parse("33.33%")))).isNotEqualTo(Share.ALL);
    }

    @Test
    void sumsPartsOfAWholeToExactlyAllInAnyOrderAndComesBackFromText() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            var whole = 1 + random.nextInt(1_000_000);
            var parts = new ArrayList<Share>();
            for (int left = whole; left > 0; ) {
                var part = 1 + random.nextInt(left);
                parts.add(Share.of(part, whole));
                left -= part;
            }
            Collections.shuffle(parts, random);

            assertThat(Share.sum(parts)).as("seed %d", seed).isEqualTo(Share.ALL);
            assertThat(parts)
                    .as("seed %d", seed)
                    .allSatisfy(part -> assertThat(Share.parse(part.toString())).isEqualTo(part));
        }
    }

    @Test
    void comparesByValue() {
        assertThat(Share.of(1, 3)).isLessThan(Share.parse("33.34%")).isEqualByComparingTo(Share.of(2, 6));
    }

    @Test
    void dividesExactlyAndNeverByNothing() {
        assertThat(Share.of(1, 3).dividedBy(Share.of(2, 3))).isEqualTo(Share.of(1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> Share.ALL.dividedBy(Share.NONE));
    }
}
