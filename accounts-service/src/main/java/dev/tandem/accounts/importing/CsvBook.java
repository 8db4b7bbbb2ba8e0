package dev.tandem.accounts.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// A book as CSV: the first line names the columns, and every further line has as many cells.
final class CsvBook {
    private static final int FIELDS_MAX = 10_000;
    private static final int RECORD_CHARS_MAX = 4 << 20;

    private final Findings findings;
    private List<String> columns = List.of();
    private long lineRead;

    private CsvBook(Findings findings) {
        this.findings = findings;
    }

    /// Each row in order, as long as the findings leave it worth while.
    static void read(Path file, Findings findings, Consumer<FileRow> rows) throws IOException {
        new CsvBook(findings).readAll(file, rows);
    }

    private void readAll(Path file, Consumer<FileRow> rows) throws IOException {
        try (var csv = CsvReader.builder()
                .skipEmptyLines(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(RECORD_CHARS_MAX)
                .build(
                        CsvRecordHandler.of(limit -> limit.maxFields(FIELDS_MAX)
                                .maxFieldSize(RECORD_CHARS_MAX)
                                .maxRecordSize(RECORD_CHARS_MAX)),
                        Utf8.reader(file))) {
            read(csv, rows);
        } catch (CsvParseException malformed) {
            findings.add(
                    "line " + (lineRead + 1),
                    "NOT_CSV",
                    "is not CSV as of RFC 4180: check its quotes; a line has at most %d cells and %d characters"
                            .formatted(FIELDS_MAX, RECORD_CHARS_MAX));
        }
    }

    private void read(CsvReader<CsvRecord> csv, Consumer<FileRow> rows) {
        var lines = csv.iterator();
        if (!lines.hasNext()) {
            findings.add("line 1", "NO_HEADER", "the first line must name the columns, such as id,name,website");
            return;
        }
        columns = Columns.of(read(lines.next()).getFields(), "line 1", findings);
        while (!columns.isEmpty() && !findings.isFull() && lines.hasNext()) {
            line(read(lines.next()), rows);
        }
    }

    private CsvRecord read(CsvRecord line) {
        lineRead = line.getStartingLineNumber();
        return line;
    }

    private void line(CsvRecord line, Consumer<FileRow> rows) {
        var where = "line " + line.getStartingLineNumber();
        if (line.getFieldCount() != columns.size()) {
            findings.add(where, "RAGGED", "has " + line.getFieldCount() + " cells, the header " + columns.size());
            return;
        }
        rows.accept(FileRow.of(line.getStartingLineNumber(), where, columns, line.getFields()));
    }
}
