package dev.tandem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpellingTest {
    private static final int CASES = 200;

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void distanceIsThatOfThePlainTable(long seed) {
        var random = new Random(seed);
        var spelling = new Spelling();
        for (var n = 0; n < CASES; n++) {
            var one = word(random);
            var other = random.nextBoolean() ? word(random) : slip(one, random);
            var expected = plain(one, other);
            var found = spelling.distance(one, other, 2);
            assertThat(found <= 2 ? found : 3).as("%s %s", one, other).isEqualTo(Math.min(expected, 3));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neverOverlooksNearWordsByTheirShape(long seed) {
        var random = new Random(seed);
        var spelling = new Spelling();
        for (var n = 0; n < CASES; n++) {
            var one = word(random);
            var other = random.nextInt(4) == 0 ? word(random) : slip(one, random);
            if (spelling.nearness(one, other) > 0) {
                assertThat(Spelling.mayBeNear(Spelling.shape(one), Spelling.shape(other)))
                        .as("%s %s", one, other)
                        .isTrue();
            }
        }
    }

    private static String word(Random random) {
        var word = new StringBuilder();
        for (var length = 3 + random.nextInt(9); length > 0; length--) {
            word.append((char) ('a' + random.nextInt(6)));
        }
        return word.toString();
    }

    private static String slip(String word, Random random) {
        var slipped = new StringBuilder(word);
        var at = 1 + random.nextInt(word.length() - 2);
        switch (random.nextInt(4)) {
            case 0 -> slipped.deleteCharAt(at);
            case 1 -> slipped.insert(at, 'x');
            case 2 -> slipped.setCharAt(at, 'y');
            default -> {
                slipped.setCharAt(at, word.charAt(at + 1));
                slipped.setCharAt(at + 1, word.charAt(at));
            }
        }
        return slipped.toString();
    }

    private static int plain(String one, String other) {
        var table = new int[one.length() + 1][other.length() + 1];
        for (var i = 0; i <= one.length(); i++) {
            for (var k = 0; k <= other.length(); k++) {
                table[i][k] = i == 0 || k == 0 ? i + k : cell(table, one, other, i, k);
            }
        }
        return table[one.length()][other.length()];
    }

    private static int cell(int[][] table, String one, String other, int i, int k) {
        var change = one.charAt(i - 1) == other.charAt(k - 1) ? 0 : 1;
        var least = Math.min(table[i - 1][k - 1] + change, Math.min(table[i - 1][k], table[i][k - 1]) + 1);
        var swapped =
                i > 1 && k > 1 && one.charAt(i - 1) == other.charAt(k - 2) && one.charAt(i - 2) == other.charAt(k - 1);
        return swapped ? Math.min(least, table[i - 2][k - 2] + 1) : least;
    }
}
