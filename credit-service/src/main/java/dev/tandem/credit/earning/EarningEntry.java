package dev.tandem.credit.earning;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.RepId;
import dev.tandem.credit.ledger.Canonical;
import dev.tandem.credit.plan.Earning;
import dev.tandem.credit.plan.FiscalPeriod;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;

/// What one run posted to one rep.
///
/// @throws IllegalArgumentException from the constructor when lines and accruals of a period and
/// currency do not sum to zero
/// @param cause the run's command
/// @param accruals the other side: what the company owes for it
record EarningEntry(
        long seq,
        RepId rep,
        String cause,
        Instant knownAt,
        List<Line> lines,
        List<Accrual> accruals,
        String prevHash,
        String hash)
        implements EarningLink {

    /// @param posting the period in whose statement it stands: that in which it was earned, while
    /// that is open
    record Line(FiscalPeriod posting, Earning earning) {
        /// Not before it stands in a statement.
        FiscalPeriod payableIn() {
            return posting.compareTo(earning.payableIn()) > 0 ? posting : earning.payableIn();
        }
    }

    record Accrual(FiscalPeriod posting, Money amount) {}

    EarningEntry {
        lines = List.copyOf(lines);
        accruals = List.copyOf(accruals);
        checkBalance(lines, accruals);
    }

    private static void checkBalance(List<Line> lines, List<Accrual> accruals) {
        var sums = new HashMap<String, Money>();
        lines.forEach(line -> sums.merge(
                line.posting() + line.earning().amount().currencyCode(),
                line.earning().amount(),
                Money::plus));
        accruals.forEach(accrual ->
                sums.merge(accrual.posting() + accrual.amount().currencyCode(), accrual.amount(), Money::plus));
        sums.forEach((book, sum) -> {
            if (!sum.isZero()) {
                throw new IllegalArgumentException("lines of " + book + " sum to " + sum + " and not to zero");
            }
        });
    }

    @Override
    @JsonIgnore
    public String content() {
        return String.join(
                "\n", rep.value(), cause, knownAt.toString(), Canonical.text(lines), Canonical.text(accruals));
    }
}
