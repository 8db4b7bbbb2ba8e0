package dev.tandem.credit.crediting;

import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.roster.RosterChange.CounterpartsChanged;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// All that a deal's credit is computed from, as far as it has arrived.
///
/// @param contributions to this deal, in whatever standing
/// @param others deals of the same joint account, as far as a rule looks at them
/// @param managers whom each of those who take part reported to on the deal's effective date, and
/// whom these; as far as a roll-up looks at them
/// @param eventIds of the events that these states came with
public record Facts(
        DealChanged deal,
        Optional<PartnershipChanged> partnership,
        Optional<CounterpartsChanged> counterparts,
        List<Contribution> contributions,
        List<Other> others,
        SortedMap<Recipient, Recipient> managers,
        List<String> eventIds) {

    /// Another deal of the joint account.
    public record Other(DealChanged deal, List<Contribution> contributions) {
        public Other {
            contributions = List.copyOf(contributions);
        }
    }

    public Facts {
        contributions = List.copyOf(contributions);
        others = List.copyOf(others);
        managers = Collections.unmodifiableSortedMap(managers);
        eventIds = List.copyOf(eventIds);
    }

    /// Where no roll-up looks at managers.
    public Facts(
            DealChanged deal,
            Optional<PartnershipChanged> partnership,
            Optional<CounterpartsChanged> counterparts,
            List<Contribution> contributions,
            List<Other> others,
            List<String> eventIds) {
        this(deal, partnership, counterparts, contributions, others, new TreeMap<>(), eventIds);
    }

    /// Of a deal to which nobody claims a contribution.
    public Facts(
            DealChanged deal,
            Optional<PartnershipChanged> partnership,
            Optional<CounterpartsChanged> counterparts,
            List<String> eventIds) {
        this(deal, partnership, counterparts, List.of(), List.of(), eventIds);
    }

    public Facts with(List<Contribution> claimed) {
        return new Facts(deal, partnership, counterparts, claimed, others, managers, eventIds);
    }

    public Facts among(List<Other> otherDeals) {
        return new Facts(deal, partnership, counterparts, contributions, otherDeals, managers, eventIds);
    }

    public Facts under(SortedMap<Recipient, Recipient> managersThen) {
        return new Facts(deal, partnership, counterparts, contributions, others, managersThen, eventIds);
    }
}
