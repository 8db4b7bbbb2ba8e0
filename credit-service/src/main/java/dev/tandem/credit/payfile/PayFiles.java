package dev.tandem.credit.payfile;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.tandem.contracts.CompanyId;
import dev.tandem.kit.csv.FormulaGuard;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.dhatim.fastexcel.Workbook;

/// The formats: the same rows, written as they are read.
final class PayFiles {
    private static final int EXACT_DIGITS = 15;
    private static final int ROWS_MAX = 1_048_575;

    private PayFiles() {}

    /// Writes rows to a stream and leaves it open.
    interface Format {
        void write(CompanyId company, Iterator<PayRow> rows, OutputStream out) throws IOException;
    }

    /// RFC 4180; a text that a spreadsheet would take for a formula is escaped, a number never.
    static void csv(CompanyId company, Iterator<PayRow> rows, OutputStream out) throws IOException {
        var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8);
        csv.writeRecord(PayRow.COLUMNS);
        while (rows.hasNext()) {
            var texts = rows.next().texts(company);
            var record = csv.writeRecord();
            for (int column = 0; column < texts.size(); column++) {
                record.writeField(
                        PayRow.NUMBERS.contains(column) ? texts.get(column) : FormulaGuard.guarded(texts.get(column)));
            }
            record.endRecord();
        }
        csv.flush();
    }

    /// An amount is a number as long as a spreadsheet keeps it exactly, and a text beyond.
    ///
    /// @throws IOException for more rows than a sheet holds
    static void xlsx(CompanyId company, Iterator<PayRow> rows, OutputStream out) throws IOException {
        var workbook = new Workbook(out, "Tandem", "1.0");
        var sheet = workbook.newWorksheet("Earnings");
        for (int column = 0; column < PayRow.COLUMNS.size(); column++) {
            sheet.inlineString(0, column, PayRow.COLUMNS.get(column));
        }
        for (int row = 1; rows.hasNext(); row++) {
            if (row > ROWS_MAX) {
                throw new IOException("a sheet holds at most " + ROWS_MAX + " lines: ask for a single period");
            }
            var texts = rows.next().texts(company);
            for (int column = 0; column < texts.size(); column++) {
                var text = texts.get(column);
                if (PayRow.NUMBERS.contains(column) && new BigDecimal(text).precision() <= EXACT_DIGITS) {
                    sheet.value(row, column, new BigDecimal(text));
                } else if (!text.isEmpty()) {
                    sheet.inlineString(row, column, text);
                }
            }
        }
        workbook.finish();
    }

    /// For ledger(1) and its kin: one transaction per entry, period and currency.
    static void ledger(CompanyId company, Iterator<PayRow> rows, OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        var last = "";
        while (rows.hasNext()) {
            var row = rows.next();
            var line = row.line();
            var transaction =
                    line.seq() + "/" + line.posting() + "/" + line.amount().currencyCode();
            if (!transaction.equals(last)) {
                writer.write("%n%s * (%d) %s period %s%n    ; hash: %s%n"
                        .formatted(
                                line.knownAt().toString().substring(0, 10),
                                line.seq(),
                                company,
                                line.posting(),
                                line.hash()));
            }
            writer.write("    %s  %s%n".formatted(row.account(), line.amount()));
            last = transaction;
        }
        writer.flush();
    }
}
