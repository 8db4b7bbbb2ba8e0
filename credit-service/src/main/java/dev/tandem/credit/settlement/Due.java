package dev.tandem.credit.settlement;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.Reason;
import java.time.YearMonth;
import java.util.Comparator;

/// What one party owes another for one thing.
///
/// @param amount negative where it is the other way round
record Due(Place place, Money amount, Reason because) {

    /// What it is owed for.
    enum Kind {
        EXPENSE,
        CREDIT
    }

    /// Where it stands.
    ///
    /// @param item the expense's or the deal's id
    /// @param debtor who pays; `creditor` who is paid
    /// @param origin the month that it belongs to
    record Place(Kind kind, String item, CompanyId debtor, CompanyId creditor, YearMonth origin, String currency)
            implements Comparable<Place> {
        private static final Comparator<Place> ORDER = Comparator.comparing(Place::origin)
                .thenComparing(Place::kind)
                .thenComparing(Place::item)
                .thenComparing(Place::debtor)
                .thenComparing(Place::creditor)
                .thenComparing(Place::currency);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }
}
