package dev.tandem.credit.export;

import dev.tandem.contracts.Money;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The journal to be read and signed on paper: a row for each line, then what every account comes
/// to. Rows are written as they come; only the totals of accounts are kept.
final class PdfJournal implements JournalFile<Row> {
    private static final List<String> COLUMNS =
            List.of("Entry", "Date", "Period", "Origin", "Account", "Amount", "Because");
    private static final int[] WIDTHS = {5, 8, 6, 6, 22, 17, 36};

    private final PdfTable table;
    private final Map<String, Money> totals = new TreeMap<>();

    PdfJournal(OutputStream out) {
        this.table = new PdfTable(out, "Journal of joint credit", COLUMNS, WIDTHS);
    }

    @Override
    public void add(Row row) {
        var because =
                row.credit() == null ? "" : row.credit().because().reason().sentence();
        table.row(List.of(
                Long.toString(row.entry().seq()),
                row.date().toString(),
                row.period().toString(),
                row.originPeriod().toString(),
                row.account(),
                row.amount().toString(),
                because));
        if (row.credit() != null) {
            totals.merge(row.account() + " " + row.amount().currencyCode(), row.amount(), Money::plus);
        }
    }

    @Override
    public void close() throws IOException {
        totals.forEach((account, total) -> table.row(
                List.of("", "", "", "Total", account.substring(0, account.indexOf(' ')), total.toString(), "")));
        table.close();
    }
}
