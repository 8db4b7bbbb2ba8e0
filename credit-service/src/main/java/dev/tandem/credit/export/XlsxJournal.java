package dev.tandem.credit.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A workbook of one sheet. An amount is a number as long as a spreadsheet keeps it exactly, which
/// is 15 digits, and a text beyond; texts are never formulas there.
final class XlsxJournal implements JournalFile<JournalRow> {
    private static final int ROWS_MAX = 1_048_575;
    private static final int ROWS_PER_FLUSH = 1_000;
    private static final int EXACT_DIGITS = 15;

    private final Workbook workbook;
    private final Worksheet sheet;
    private final Columns columns;
    private int row;

    XlsxJournal(OutputStream out, Columns columns) {
        this.columns = columns;
        this.workbook = new Workbook(out, "Tandem", "1.0");
        this.sheet = workbook.newWorksheet(columns.sheet());
        for (int column = 0; column < columns.names().size(); column++) {
            sheet.inlineString(0, column, columns.names().get(column));
        }
    }

    /// @throws IOException for more rows than a sheet holds: nothing is left out silently
    @Override
    public void add(JournalRow line) throws IOException {
        row++;
        if (row > ROWS_MAX) {
            throw new IOException("a sheet holds at most " + ROWS_MAX + " lines: ask for a single period, or for CSV");
        }
        var texts = line.texts();
        for (int column = 0; column < texts.size(); column++) {
            cell(column, texts.get(column));
        }
        if (row % ROWS_PER_FLUSH == 0) {
            sheet.flush();
        }
    }

    private void cell(int column, String text) {
        if (columns.numbers().contains(column) && new BigDecimal(text).precision() <= EXACT_DIGITS) {
            sheet.value(row, column, new BigDecimal(text));
        } else if (!text.isEmpty()) {
            sheet.inlineString(row, column, text);
        }
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }
}
