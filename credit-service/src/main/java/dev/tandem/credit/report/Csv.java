package dev.tandem.credit.report;

import dev.tandem.contracts.Money;
import dev.tandem.kit.csv.FormulaGuard;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Writes rows by RFC 4180. A text that a spreadsheet would take for a formula is escaped by an apostrophe; a number
/// never is.
final class Csv {
    private static final String NEEDS_QUOTES = "\",\r\n";

    private final StringBuilder out = new StringBuilder();
    private boolean first = true;

    Csv text(@Nullable Object value) {
        return cell(FormulaGuard.guarded(Objects.toString(value, "")));
    }

    Csv number(long value) {
        return cell(Long.toString(value));
    }

    /// Two cells: amount and currency.
    Csv money(Money money) {
        return cell(money.amount()).cell(money.currencyCode());
    }

    Csv empty(int cells) {
        for (int i = 0; i < cells; i++) {
            cell("");
        }
        return this;
    }

    void endRow() {
        out.append("\r\n");
        first = true;
    }

    private Csv cell(String value) {
        out.append(first ? "" : ",").append(quoted(value));
        first = false;
        return this;
    }

    private static String quoted(String value) {
        var plain = value.chars().noneMatch(c -> NEEDS_QUOTES.indexOf(c) >= 0);
        return plain ? value : "\"" + value.replace("\"", "\"\"") + "\"";
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
