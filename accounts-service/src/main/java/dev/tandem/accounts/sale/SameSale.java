package dev.tandem.accounts.sale;

import dev.tandem.contracts.deal.DealChanged;
import java.time.temporal.ChronoUnit;

/// When two deals of a joint account may be one sale that two CRMs record. Money decides: two companies that sell to
/// one customer in the same month do so for different amounts, while one sale has one amount. Dates only say how sure
/// that is, since one CRM takes the signature for the close date and another the order or the invoice, which are weeks
/// apart. Names of opportunities are not compared: they do not cross.
final class SameSale {
    /// Signed and ordered in one month, or around its end.
    static final int SURE_DAYS_MAX = 30;
    /// A quarter: beyond it, the same amount again is more likely a renewal.
    static final int POSSIBLE_DAYS_MAX = 92;

    private SameSale() {}

    static boolean possible(DealChanged one, DealChanged other) {
        return !one.owner().equals(other.owner())
                && !one.net().isZero()
                && one.net().equals(other.net())
                && days(one, other) <= POSSIBLE_DAYS_MAX;
    }

    static boolean sure(DealChanged one, DealChanged other) {
        return possible(one, other) && days(one, other) <= SURE_DAYS_MAX;
    }

    private static long days(DealChanged one, DealChanged other) {
        return Math.abs(ChronoUnit.DAYS.between(one.effectiveDate(), other.effectiveDate()));
    }
}
