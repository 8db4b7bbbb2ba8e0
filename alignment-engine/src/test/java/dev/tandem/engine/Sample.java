package dev.tandem.engine;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/// The clues of candidate pairs of one labelled folder, and whether each is a true pair. Of the others, a fifth
/// is kept, at five times the weight, which costs little and saves four fifths of the time.
final class Sample {
    private static final double KEPT = 0.2;

    /// By pair: which clues it has, their values, whether it is true, and what it weighs.
    final List<int[]> clues = new ArrayList<>();

    final List<float[]> values = new ArrayList<>();
    final List<Boolean> isTrue = new ArrayList<>();
    final List<Double> weight = new ArrayList<>();
    private final Random random = new Random(1);
    private final double weightOfAll;

    private Sample(double weightOfAll) {
        this.weightOfAll = weightOfAll;
    }

    static Sample of(Path folder, double weight) throws IOException {
        var a = BookFile.read(folder.resolve("a.csv"));
        var b = BookFile.read(folder.resolve("b.csv"));
        var alignment = new Alignment(a, b);
        alignment.matches();
        var gold = gold(folder);
        var sample = new Sample(weight);
        for (var row = 0; row < a.size; row++) {
            if (gold.containsKey(a.id(row)) || !folder.getFileName().toString().startsWith("listed")) {
                sample.add(alignment, row, b, gold.getOrDefault(a.id(row), ""));
            }
        }
        return sample;
    }

    int size() {
        return clues.size();
    }

    private static Map<String, String> gold(Path folder) throws IOException {
        var gold = new HashMap<String, String>();
        try (var csv = CsvReader.builder().ofNamedCsvRecord(folder.resolve("gold.csv"))) {
            csv.forEach(row -> gold.put(row.getField("id_a"), row.getField("id_b")));
        }
        return gold;
    }

    private void keep(float[] value) {
        var present =
                IntStream.range(0, value.length).filter(n -> value[n] != 0).toArray();
        var kept = new float[present.length];
        for (var n = 0; n < kept.length; n++) {
            kept[n] = value[present[n]];
        }
        clues.add(present);
        values.add(kept);
    }

    private void add(Alignment alignment, int row, Book b, String counterpart) {
        var comparison = new Comparison(Weights.shipped());
        var candidates = alignment.candidates(row);
        for (var n = 0; n < candidates.size; n++) {
            var other = candidates.rows[n];
            var same = b.id(other).equals(counterpart);
            if (same || random.nextDouble() < KEPT) {
                alignment.compare(comparison, row, other);
                keep(comparison.value);
                isTrue.add(same);
                weight.add(same ? weightOfAll : weightOfAll / KEPT);
            }
        }
    }
}
