package dev.tandem.accounts.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.tandem.kit.csv.FormulaGuard;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// RFC 4180, UTF-8. A text that a spreadsheet would take for a formula is escaped by an apostrophe; a number never is.
final class CsvTable implements TableFile {
    private final CsvWriter csv;

    CsvTable(OutputStream out) {
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8);
    }

    @Override
    public void add(List<Cell> row) {
        csv.writeRecord(row.stream().map(CsvTable::text).toList());
    }

    private static String text(Cell cell) {
        return switch (cell) {
            case Cell.Whole(var number) -> Long.toString(number);
            case Cell.Text(var text) -> FormulaGuard.guarded(text);
        };
    }

    @Override
    public void close() throws IOException {
        csv.flush();
    }
}
