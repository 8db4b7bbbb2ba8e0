package dev.tandem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PartitionTest {
    static LongStream seeds() {
        return LongStream.range(0, 1_000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void comesToTheMostThatAnyWayComesTo(long seed) {
        var random = new Random(seed);
        var size = 2 + random.nextInt(5);
        var partition = new Partition(size);
        var weight = new long[size][size];
        for (var i = 0; i < size; i++) {
            for (var k = 0; k < i; k++) {
                if (random.nextInt(4) == 0) {
                    partition.forbid(i, k);
                    weight[i][k] = -1_000_000;
                } else if (random.nextInt(3) > 0) {
                    weight[i][k] = random.nextInt(200) - 40L;
                    partition.weigh(i, k, weight[i][k]);
                }
            }
        }
        var found =
                partition.sets().stream().mapToLong(set -> worth(set, weight)).sum();
        assertThat(found).isEqualTo(best(new ArrayList<>(), 0, weight));
    }

    /// Every way to put the blocks into sets, one block after the other.
    private static long best(List<List<Integer>> sets, int next, long[][] weight) {
        if (next == weight.length) {
            return sets.stream().mapToLong(set -> worth(set, weight)).sum();
        }
        var best = Long.MIN_VALUE;
        for (var n = 0; n <= sets.size(); n++) {
            var more = new ArrayList<List<Integer>>(
                    sets.stream().map(ArrayList::new).toList());
            if (n == sets.size()) {
                more.add(new ArrayList<>());
            }
            more.get(n).add(next);
            best = Math.max(best, best(more, next + 1, weight));
        }
        return best;
    }

    private static long worth(List<Integer> set, long[][] weight) {
        var sum = 0L;
        for (var i : set) {
            for (var k : set) {
                sum += k < i ? weight[i][k] : 0;
            }
        }
        return sum;
    }
}
