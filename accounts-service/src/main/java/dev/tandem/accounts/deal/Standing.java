package dev.tandem.accounts.deal;

import dev.tandem.contracts.deal.DealChanged;

/// What an opportunity is to the partnership.
sealed interface Standing {

    /// Its owner's own business.
    record NoDeal() implements Standing {}

    /// Won, and its account is in the shared book of several partnerships: somebody has to say which.
    record Undecided() implements Standing {}

    /// A deal in this state.
    record Deal(DealChanged state) implements Standing {}
}
