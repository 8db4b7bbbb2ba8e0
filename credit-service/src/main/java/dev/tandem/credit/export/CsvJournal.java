package dev.tandem.credit.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.tandem.kit.csv.FormulaGuard;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// RFC 4180, UTF-8. A text that a spreadsheet would take for a formula is escaped by an apostrophe;
/// a number never is.
final class CsvJournal implements JournalFile {
    private final CsvWriter csv;

    CsvJournal(OutputStream out) {
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8);
        csv.writeRecord(Row.COLUMNS);
    }

    @Override
    public void add(Row row) {
        var texts = row.texts();
        var line = csv.writeRecord();
        for (int column = 0; column < texts.size(); column++) {
            line.writeField(NUMBERS.contains(column) ? texts.get(column) : FormulaGuard.guarded(texts.get(column)));
        }
        line.endRecord();
    }

    @Override
    public void close() throws IOException {
        csv.flush();
    }
}
