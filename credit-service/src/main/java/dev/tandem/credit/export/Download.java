package dev.tandem.credit.export;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Function;
import java.util.stream.Stream;

/// A journal on its way to who asked for it, written as it is read.
///
/// @param type the media type
public record Download<R extends JournalRow>(
        HttpServletResponse response, String type, Function<OutputStream, JournalFile<? super R>> format) {
    public static final String CSV = "text/csv";
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String PDF = "application/pdf";
    public static final String TEXT = "text/plain";

    /// RFC 4180.
    public static <R extends JournalRow> Download<R> csv(HttpServletResponse response, Columns columns) {
        return new Download<>(response, CSV + ";charset=UTF-8", out -> new CsvJournal(out, columns));
    }

    /// A workbook of one sheet.
    public static <R extends JournalRow> Download<R> xlsx(HttpServletResponse response, Columns columns) {
        return new Download<>(response, XLSX, out -> new XlsxJournal(out, columns));
    }

    /// For ledger(1) and its kin.
    public static <R extends JournalRow> Download<R> ledger(HttpServletResponse response) {
        return new Download<>(response, TEXT + ";charset=UTF-8", LedgerJournal::new);
    }

    /// Reads the rows to their end and closes them.
    public void write(Stream<? extends R> rows) throws IOException {
        response.setContentType(type);
        try (rows;
                var file = format.apply(response.getOutputStream())) {
            for (var each = rows.iterator(); each.hasNext(); ) {
                file.add(each.next());
            }
        }
    }
}
