package dev.tandem.accounts.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A workbook of one sheet. Texts are never formulas there.
final class XlsxTable implements TableFile {
    private static final int ROWS_MAX = 1_048_576;
    private static final int ROWS_PER_FLUSH = 1_000;
    private static final int TEXT_MAX = 32_767;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int rows;

    XlsxTable(OutputStream out) {
        this.workbook = new Workbook(out, "Tandem", "1.0");
        this.sheet = workbook.newWorksheet("Overlap");
    }

    /// @throws IOException for more rows than a sheet holds: nothing is left out silently
    @Override
    public void add(List<Cell> row) throws IOException {
        if (rows == ROWS_MAX) {
            throw new IOException("a sheet holds at most " + ROWS_MAX + " lines: ask for CSV");
        }
        for (int column = 0; column < row.size(); column++) {
            write(column, row.get(column));
        }
        rows++;
        if (rows % ROWS_PER_FLUSH == 0) {
            sheet.flush();
        }
    }

    private void write(int column, Cell cell) {
        switch (cell) {
            case Cell.Whole(var number) -> sheet.value(rows, column, number);
            case Cell.Text(var text) -> {
                if (!text.isEmpty()) {
                    sheet.inlineString(rows, column, writable(text));
                }
            }
        }
    }

    /// Without what XML cannot hold.
    private static String writable(String text) {
        var kept = new StringBuilder();
        text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF)))
                .forEach(kept::appendCodePoint);
        return kept.length() <= TEXT_MAX ? kept.toString() : kept.substring(0, TEXT_MAX);
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }
}
