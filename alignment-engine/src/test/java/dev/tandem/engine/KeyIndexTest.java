package dev.tandem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeyIndexTest {
    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void holdsWhatAMapOfListsHolds(long seed) {
        var random = new Random(seed);
        var index = new KeyIndex();
        Map<Long, List<Integer>> model = new HashMap<>();
        for (var row = 0; row < 3_000; row++) {
            var key = Hash.mix(random.nextInt(500));
            var rows = model.computeIfAbsent(key, _ -> new ArrayList<>());
            if (random.nextInt(4) == 0 && !rows.isEmpty()) {
                int gone = rows.remove(/* index */ random.nextInt(rows.size()));
                index.remove(key, gone);
            } else {
                index.add(key, row);
                rows.add(row);
            }
        }
        model.forEach((key, rows) -> assertThat(rows(index, key)).containsExactlyInAnyOrderElementsOf(rows));
        assertThat(rows(index, Hash.mix(-1))).isEmpty();
    }

    private static List<Integer> rows(KeyIndex index, long key) {
        var rows = new ArrayList<Integer>();
        var found = index.find(key);
        for (var n = 0; n < index.size(found); n++) {
            rows.add(index.row(found, n));
        }
        return rows;
    }
}
