package dev.tandem.credit.crediting;

import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.roster.RosterChange.CounterpartsChanged;
import java.util.List;
import java.util.Optional;

/// All that a deal's credit is computed from, as far as it has arrived.
///
/// @param eventIds of the events that these states came with
public record Facts(
        DealChanged deal,
        Optional<PartnershipChanged> partnership,
        Optional<CounterpartsChanged> counterparts,
        List<String> eventIds) {
    public Facts {
        eventIds = List.copyOf(eventIds);
    }
}
