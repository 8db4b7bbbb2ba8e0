package dev.tandem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Long chains of rivals, where one pair that goes lets the next stand, and so on.
class CompetitionTest {
    private static final int ROWS = 60;
    private static final int STEPS = 80;

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void standsWhereTakingTheLikeliestFirstStands(long seed) {
        var random = new Random(seed);
        var competition = new Competition(1);
        List<Edge> edges = new ArrayList<>();
        for (var step = 0; step < STEPS; step++) {
            chain(random, edges, competition);
            if (random.nextInt(3) == 0) {
                var party = random.nextBoolean() ? Party.A : Party.B;
                var row = random.nextInt(ROWS);
                competition.replace(party, row, List.of());
                edges.removeIf(edge -> edge.row(party) == row);
            }
            competition.settle();
            assertThat(competition.standing()).isEqualTo(likeliestFirst(edges));
        }
    }

    /// Some pairs in a row, each of which shares an account with the next and is a little less likely.
    private static void chain(Random random, List<Edge> edges, Competition competition) {
        var from = random.nextInt(ROWS - 10);
        for (var n = 0; n < 9; n++) {
            var a = from + (n + 1) / 2;
            var b = from + n / 2;
            if (edges.stream().noneMatch(edge -> edge.a == a && edge.b == b)) {
                var edge = new Edge(a, b, "a" + a, "b" + b, 6 - 0.3f * n + random.nextFloat() / 10);
                edges.add(edge);
                competition.replace(
                        Party.A, a, edges.stream().filter(each -> each.a == a).toList());
            }
        }
    }

    private static Set<Edge> likeliestFirst(List<Edge> edges) {
        var standing = new HashSet<Edge>();
        var taken = new HashSet<String>();
        edges.stream()
                .filter(edge -> edge.probability >= Deciding.REVIEW)
                .sorted(Edge.LIKELIER)
                .filter(edge -> !taken.contains(edge.idOfA) && !taken.contains(edge.idOfB))
                .forEach(edge -> {
                    taken.add(edge.idOfA);
                    taken.add(edge.idOfB);
                    standing.add(edge);
                });
        return standing;
    }
}
