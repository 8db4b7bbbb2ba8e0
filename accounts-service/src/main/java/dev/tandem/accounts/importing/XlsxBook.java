package dev.tandem.accounts.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/// A book as the first sheet of an XLSX workbook: its first row names the columns; empty rows do not count.
final class XlsxBook {
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

    private final Findings findings;
    private final Consumer<FileRow> rows;
    private List<String> columns = List.of();
    private int rowRead;

    private XlsxBook(Findings findings, Consumer<FileRow> rows) {
        this.findings = findings;
        this.rows = rows;
    }

    /// Each row in order, as long as the findings leave it worth while.
    static void read(Path file, Findings findings, Consumer<FileRow> rows) throws IOException {
        new XlsxBook(findings, rows).readAll(file);
    }

    private void readAll(Path file) throws IOException {
        try (var workbook = open(file)) {
            if (workbook != null) {
                try (var sheet = workbook.getFirstSheet().openStream()) {
                    read(sheet.iterator());
                }
            }
        }
    }

    /// Null when it is none.
    private @Nullable ReadableWorkbook open(Path file) {
        try {
            return new ReadableWorkbook(file.toFile(), WITH_FORMATS);
        } catch (IOException | RuntimeException none) {
            notXlsx();
            return null;
        }
    }

    private void read(Iterator<Row> sheet) {
        var header = next(sheet);
        if (header == null) {
            findings.add("row 1", "NO_HEADER", "the first row must name the columns, such as id, name, website");
            return;
        }
        columns = Columns.of(names(header), where(header), findings);
        for (var row = next(sheet); row != null && !columns.isEmpty() && !findings.isFull(); row = next(sheet)) {
            row(row);
        }
    }

    /// The next row that is not empty; null when there is none, or none that can be read.
    private @Nullable Row next(Iterator<Row> sheet) {
        try {
            while (sheet.hasNext()) {
                var row = sheet.next();
                if (row.getRowNum() <= rowRead) {
                    break;
                }
                rowRead = row.getRowNum();
                if (row.stream().anyMatch(XlsxBook::isFilled)) {
                    return row;
                }
            }
            if (!sheet.hasNext()) {
                return null;
            }
        } catch (RuntimeException malformed) {
            // Whatever the reader stumbles over, it is the file's fault.
        }
        notXlsx();
        return null;
    }

    private void notXlsx() {
        findings.addLast("row " + (rowRead + 1), "NOT_XLSX", "cannot be read as an XLSX workbook: save it anew");
    }

    private List<String> names(Row header) {
        var names = new ArrayList<String>();
        for (int i = 0; i < header.getCellCount(); i++) {
            names.add(text(header, i, "column " + (i + 1)).strip());
        }
        while (!names.isEmpty() && names.getLast().isEmpty()) {
            names.removeLast();
        }
        return names;
    }

    private void row(Row row) {
        for (int i = columns.size(); i < row.getCellCount(); i++) {
            if (row.hasCell(i) && isFilled(row.getCell(i))) {
                findings.add(where(row), "RAGGED", "has " + (i + 1) + " cells, the header " + columns.size());
                return;
            }
        }
        var texts = new ArrayList<String>();
        for (int i = 0; i < columns.size(); i++) {
            texts.add(text(row, i, columns.get(i)));
        }
        rows.accept(FileRow.of(row.getRowNum(), where(row), columns, texts));
    }

    private String text(Row row, int column, String name) {
        if (column >= row.getCellCount() || !row.hasCell(column)) {
            return "";
        }
        return CellText.of(row.getCell(column), where(row) + ", " + name, findings);
    }

    private static String where(Row row) {
        return "row " + row.getRowNum();
    }

    private static boolean isFilled(@Nullable Cell cell) {
        return cell != null
                && cell.getType() != CellType.EMPTY
                && !String.valueOf(cell.getRawValue()).isBlank();
    }
}
