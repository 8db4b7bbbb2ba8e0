package dev.tandem.credit.cut;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.tandem.kit.csv.FormulaGuard;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// A cut as a table, RFC 4180.
final class CutTable {
    private CutTable() {}

    static String of(Cut cut, Collection<Cut.Row> rows) {
        var out = new StringWriter();
        var csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .bufferSize(0)
                .build(out);
        var header = new ArrayList<>(cut.by().stream().map(Dimension::text).toList());
        header.addAll(List.of("type", "amount", "currency", "lines"));
        csv.writeRecord(header);
        rows.forEach(row -> csv.writeRecord(cells(row)));
        return out.toString();
    }

    private static List<String> cells(Cut.Row row) {
        var cells = new ArrayList<>(
                row.of().values().stream().map(FormulaGuard::guarded).toList());
        cells.addAll(List.of(
                row.creditType().name(),
                row.amount().amount(),
                row.amount().currencyCode(),
                Long.toString(row.lines())));
        return cells;
    }
}
