package dev.tandem.credit.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.tandem.kit.csv.FormulaGuard;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// RFC 4180, UTF-8. A text that a spreadsheet would take for a formula is escaped by an apostrophe;
/// a number never is.
final class CsvJournal implements JournalFile<JournalRow> {
    private final CsvWriter csv;
    private final Columns columns;

    CsvJournal(OutputStream out, Columns columns) {
        this.columns = columns;
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8);
        csv.writeRecord(columns.names());
    }

    @Override
    public void add(JournalRow row) {
        var texts = row.texts();
        var line = csv.writeRecord();
        for (int column = 0; column < texts.size(); column++) {
            var text = texts.get(column);
            line.writeField(columns.numbers().contains(column) ? text : FormulaGuard.guarded(text));
        }
        line.endRecord();
    }

    @Override
    public void close() throws IOException {
        csv.flush();
    }
}
