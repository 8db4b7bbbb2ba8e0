package dev.tandem.engine;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/// Writes pairs as CSV, best first: `id_a,id_b,probability,decision,because`. The file is there whole or not
/// at all.
final class PairsFile {
    private PairsFile() {}

    static void write(Path path, List<Match> matches, Book a, Book b, Alignment alignment) throws IOException {
        var unfinished = path.resolveSibling(path.getFileName() + ".part");
        try (var csv = CsvWriter.builder().build(unfinished)) {
            csv.writeRecord("id_a", "id_b", "probability", "decision", "because");
            for (var match : matches) {
                csv.writeRecord(
                        a.id(match.a()),
                        b.id(match.b()),
                        probability(match.probability()),
                        match.decision().name().toLowerCase(Locale.ROOT),
                        alignment.explain(match.a(), match.b()).because());
            }
        }
        Files.move(unfinished, path, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Four decimals, written without a locale or a formatter, for there may be millions.
    private static String probability(float probability) {
        var tenThousandths = Math.min(9_999, Math.round(probability * 10_000));
        return "0." + String.valueOf(10_000 + tenThousandths).substring(1);
    }
}
