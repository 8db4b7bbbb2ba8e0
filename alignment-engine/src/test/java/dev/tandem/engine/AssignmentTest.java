package dev.tandem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Of accounts that compete with each other, what is matched without a person belongs to an assignment of all of them
/// of which the most pairs are expected to be right; all assignments are tried. The margin that services decide with is
/// what makes it so: two rivals that each have a quarter of a pair's odds at most are worth less together than the
/// pair.
class AssignmentTest {
    private static final float MARGIN = Snapshot.impartial().margin;
    private static final double ROUNDING = 1e-9;

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void matchesBelongToBestAssignmentOfTheirComponent(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            var component = new Component(random);
            var matches = component.matches();
            assertThat(component.best(matches)).isGreaterThanOrEqualTo(component.best(List.of()) - ROUNDING);
        }
    }

    /// Some accounts of either side, and pairs of them by chance.
    private static final class Component {
        private final int ofA;
        private final int ofB;
        private final double against;
        private final Edges edges = new Edges();

        Component(Random random) {
            ofA = 1 + random.nextInt(4);
            ofB = 1 + random.nextInt(4);
            against = Math.pow(2, random.nextInt(7) - 3);
            for (int pair = 0; pair < ofA * ofB; pair++) {
                if (random.nextInt(4) > 0) {
                    edges.add(pair / ofB, pair % ofB, random.nextInt(40) / 4f - 2);
                }
            }
        }

        List<Match> matches() {
            return new Deciding(edges, ofA, ofB)
                    .decide(against, MARGIN, ids(ofA), ids(ofB)).stream()
                            .filter(match -> match.decision() == Match.Decision.MATCH)
                            .toList();
        }

        private static String[] ids(int size) {
            return IntStream.range(0, size).mapToObj(String::valueOf).toArray(String[]::new);
        }

        /// How many pairs are expected to be right, at most, of an assignment that has these.
        double best(List<Match> with) {
            var taken = new HashSet<Integer>();
            with.forEach(match -> taken.add(match.b()));
            var fixed = new int[ofA];
            with.forEach(match -> fixed[match.a()] = 1);
            return best(0, fixed, taken)
                    + with.stream()
                            .mapToDouble(match -> chance(match.a(), match.b()))
                            .sum();
        }

        private double best(int a, int[] fixed, Set<Integer> taken) {
            if (a == ofA) {
                return 0;
            }
            var best = best(a + 1, fixed, taken);
            for (int b = 0; b < ofB && fixed[a] == 0; b++) {
                if (chance(a, b) > 0 && taken.add(b)) {
                    best = Math.max(best, chance(a, b) + best(a + 1, fixed, taken));
                    taken.remove(b);
                }
            }
            return best;
        }

        /// That the pair is right: either account has one counterpart, among these or none of them.
        private double chance(int a, int b) {
            var odds = 0.0;
            var all = against;
            for (int e = 0; e < edges.size; e++) {
                var each = Deciding.odds(edges.bits[e]);
                odds += edges.a[e] == a && edges.b[e] == b ? each : 0;
                all += edges.a[e] == a || edges.b[e] == b ? each : 0;
            }
            return odds / all;
        }
    }
}
