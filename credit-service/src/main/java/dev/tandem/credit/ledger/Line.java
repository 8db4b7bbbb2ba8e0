package dev.tandem.credit.ledger;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import dev.tandem.credit.crediting.Explanation;
import java.time.YearMonth;
import java.util.Collection;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One side of an entry: what a participant gained is what the deal's clearing gave.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface Line {
    Money amount();

    Periods periods();

    /// What a participant gained, or lost if negative.
    record Credit(
            CompanyId company, RepId rep, CreditType creditType, Periods periods, Money amount, Explanation because)
            implements Line {
        /// The same, in the first period that is open.
        Credit posted(@Nullable YearMonth closedThrough) {
            var open = Periods.of(periods.origin(), closedThrough);
            return new Credit(company, rep, creditType, open, amount, because);
        }
    }

    /// The other side: the deal's own account, which says how much of it has been given out.
    record Clearing(DealId deal, Periods periods, Money amount) implements Line {
        /// The other side of these, one per period and currency; none where they come to nothing.
        public static Stream<Clearing> of(DealId deal, Collection<Credit> credits) {
            var sums = new TreeMap<String, Clearing>();
            for (var credit : credits) {
                var book = credit.periods() + credit.amount().currencyCode();
                var given = new Clearing(deal, credit.periods(), credit.amount().negated());
                sums.merge(book, given, Clearing::plus);
            }
            return sums.values().stream().filter(clearing -> !clearing.amount().isZero());
        }

        private Clearing plus(Clearing other) {
            return new Clearing(deal, periods, amount.plus(other.amount));
        }
    }

    /// @param origin the month of the deal's effective date
    /// @param posting the month that the books show it in: the origin while that is open
    record Periods(YearMonth origin, YearMonth posting) {
        /// What belongs to a closed period is posted in the first that is open.
        static Periods of(YearMonth origin, @Nullable YearMonth closedThrough) {
            return closedThrough == null || origin.isAfter(closedThrough)
                    ? new Periods(origin, origin)
                    : new Periods(origin, closedThrough.plusMonths(1));
        }

        /// Whether it was posted later than where it belongs, since that was closed.
        public boolean late() {
            return posting.isAfter(origin);
        }
    }
}
