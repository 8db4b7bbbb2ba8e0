package dev.tandem.engine;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Writes pairs as CSV, best first: `id_a,id_b,probability,decision,because`. The file is there whole or not
/// at all.
final class PairsFile {
    private static final int CHUNK = 4096;
    /// Chunks that are made at a time, on all processors, so that few wait in memory.
    private static final int AT_ONCE = 16;

    private final List<Match> matches;
    private final Book a;
    private final Book b;
    private final Alignment alignment;

    PairsFile(List<Match> matches, Book a, Book b, Alignment alignment) {
        this.matches = matches;
        this.a = a;
        this.b = b;
        this.alignment = alignment;
    }

    void write(Path path) throws IOException {
        var unfinished = path.resolveSibling(path.getFileName() + ".part");
        try (var file = Files.newBufferedWriter(unfinished)) {
            file.write("id_a,id_b,probability,decision,because\r\n");
            for (var from = 0; from < matches.size(); from += CHUNK * AT_ONCE) {
                write(file, from);
            }
        }
        Files.move(unfinished, path, StandardCopyOption.REPLACE_EXISTING);
    }

    private void write(BufferedWriter file, int from) throws IOException {
        var chunks = IntStream.range(0, AT_ONCE)
                .parallel()
                .mapToObj(n -> lines(from + n * CHUNK, Math.min(from + (n + 1) * CHUNK, matches.size())))
                .toList();
        for (var lines : chunks) {
            file.append(lines);
        }
    }

    private CharSequence lines(int from, int to) {
        var lines = new StringWriter();
        var because = new StringBuilder();
        var reasons = alignment.reasons();
        try (var csv = CsvWriter.builder().build(lines)) {
            for (var n = from; n < to; n++) {
                var match = matches.get(n);
                because.setLength(0);
                reasons.of(match.a(), match.b(), because);
                csv.writeRecord(
                        a.id(match.a()),
                        b.id(match.b()),
                        probability(match.probability()),
                        match.decision().name().toLowerCase(Locale.ROOT),
                        because.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines.getBuffer();
    }

    /// Four decimals, written without a locale or a formatter, for there may be millions.
    private static String probability(float probability) {
        var tenThousandths = Math.min(9_999, Math.round(probability * 10_000));
        return "0." + String.valueOf(10_000 + tenThousandths).substring(1);
    }
}
