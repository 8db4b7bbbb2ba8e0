package dev.tandem.credit.parity;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Reason;
import dev.tandem.credit.plan.Rate;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One company asks another to compare what they pay. Figured once, when the other agrees, and
/// never again: whoever could ask twice with another plan would learn what the difference pays.
///
/// @param plan of the company that asks; never shown to the other
/// @param report null until the other has agreed
/// @param incentives figured with it; null until then, where fewer than five deals were credited, and where it was
/// figured before there were any
record Comparison(
        CompanyId by,
        CompanyId with,
        Terms terms,
        String plan,
        Status status,
        Said asked,
        @Nullable Said answered,
        @Nullable ParityReport report,
        @Nullable IncentiveReport incentives) {

    /// Where it stands.
    enum Status {
        ASKED,
        REFUSED,
        DONE
    }

    /// @param from the first month of deals' effective dates, `through` the last
    record Terms(YearMonth from, YearMonth through, Currency currency, List<Rate> rates) {
        Terms {
            rates = List.copyOf(rates);
        }

        JointRates joint() {
            return new JointRates(currency, rates);
        }
    }

    /// @param person the token's subject
    record Said(String person, Instant at, Reason because) {}

    Comparison refused(Said said) {
        return new Comparison(by, with, terms, plan, Status.REFUSED, asked, said, null, null);
    }

    Comparison done(Said said, ParityReport found, @Nullable IncentiveReport incentive) {
        return new Comparison(by, with, terms, plan, Status.DONE, asked, said, found, incentive);
    }

    boolean concerns(CompanyId company) {
        return by.equals(company) || with.equals(company);
    }
}
