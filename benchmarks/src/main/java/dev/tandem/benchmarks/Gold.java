package dev.tandem.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The pairs of a folder that are known to be the same account, by the ids of `gold.csv` (columns id_a, id_b).
record Gold(Map<String, Set<String>> ofA, int size) {
    static Gold read(Path folder) throws IOException {
        var ofA = new HashMap<String, Set<String>>();
        var size = 0;
        try (var csv = CsvReader.builder().ofNamedCsvRecord(folder.resolve("gold.csv"))) {
            for (NamedCsvRecord row : csv) {
                size += ofA.computeIfAbsent(row.getField("id_a"), _ -> new HashSet<>())
                                .add(row.getField("id_b"))
                        ? 1
                        : 0;
            }
        }
        return new Gold(ofA, size);
    }

    boolean has(String a, String b) {
        return ofA.getOrDefault(a, Set.of()).contains(b);
    }

    boolean isLabelled(String a) {
        return ofA.containsKey(a);
    }
}
