package dev.tandem.accounts.account;

import dev.tandem.accounts.population.Populations;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.alignment.MatchingWork.AccountTouched;
import dev.tandem.kit.store.Outgoing;
import java.util.List;

/// By what a company's accounts are judged, and who is to hear of them.
///
/// @param open also where no agreement is in force yet: whether anything comes of it is decided when the work is done
record Bearings(Populations rules, List<PartnershipId> open) {
    boolean areStill(Bearings now) {
        return rules.revision() == now.rules.revision() && open.equals(now.open);
    }

    List<Outgoing> touched(Account next, long version) {
        return open.stream()
                .map(id -> Outgoing.to(Topics.MATCHING, id.value(), new AccountTouched(id, next.ref(), version)))
                .toList();
    }
}
