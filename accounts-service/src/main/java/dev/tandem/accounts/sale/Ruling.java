package dev.tandem.accounts.sale;

import dev.tandem.contracts.DealId;
import dev.tandem.contracts.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What these deals are to each other: one sale, or different ones.
///
/// @param deals in order
/// @param dealOfRecord which of them stands for the one sale; null for different sales
/// @param byPeople whether the parties said so, or the rule
record Ruling(List<DealId> deals, @Nullable DealId dealOfRecord, Reason because, boolean byPeople) {
    Ruling {
        deals = deals.stream().sorted().toList();
    }

    boolean oneSale() {
        return dealOfRecord != null;
    }

    boolean has(DealId deal) {
        return deals.contains(deal);
    }

    /// Whether both cannot hold at once.
    boolean excludes(Ruling other) {
        var common = deals.stream().filter(other::has).count();
        return common > 1 || (common == 1 && oneSale() && other.oneSale());
    }
}
