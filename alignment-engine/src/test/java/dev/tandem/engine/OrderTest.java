package dev.tandem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Matches are a function of what is in the books, not of how it came there.
class OrderTest {
    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsTheSameWhateverTheOrderOfTheRows(long seed) {
        var random = new Random(seed);
        var a = new ArrayList<>(Invented.rows("a", random));
        var b = new ArrayList<>(Invented.rows("b", random));
        var before = new HashSet<>(Given.decisions(a, b));
        Collections.shuffle(a, random);
        Collections.shuffle(b, random);
        assertThat(new HashSet<>(Given.decisions(a, b))).isEqualTo(before);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsTheSameWhicheverBookComesFirst(long seed) {
        var random = new Random(seed);
        var a = Invented.rows("a", random);
        var b = Invented.rows("b", random);
        var turned = Given.decisions(b, a).stream()
                .map(line -> line.replaceAll("(b\\d+)=(a\\d+)", "$2=$1"))
                .toList();
        assertThat(turned).containsExactlyInAnyOrderElementsOf(Given.decisions(a, b));
    }
}
