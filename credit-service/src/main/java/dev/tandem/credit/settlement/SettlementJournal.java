package dev.tandem.credit.settlement;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Outgoing;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.util.List;
import org.springframework.stereotype.Repository;

/// The links of each partnership's settlement, one document each under `<partnership>/<seq>`:
/// inserted, never updated.
@Repository
class SettlementJournal {
    private final Aggregates<Link> links;

    SettlementJournal(Stores stores) {
        this.links = stores.aggregates("settlement", Link.class);
    }

    /// False when somebody else wrote a link of this `seq` first.
    boolean append(PartnershipId partnership, Link link, List<Outgoing> events) {
        var outcome = links.change(
                Tenant.of(partnership),
                "%s/%012d".formatted(partnership, link.seq()),
                Cause.GIVEN,
                taken -> taken.isPresent() ? Change.none() : Change.to(link, events));
        return outcome instanceof Outcome.Changed<Link>;
    }

    /// All, in order.
    List<Link> all(PartnershipId partnership) {
        try (var found = links.stream(Tenant.of(partnership), where("_id").gt(partnership + "/"))) {
            return found.map(Versioned::state).toList();
        }
    }

    /// In order, after `afterSeq`.
    List<Link> page(PartnershipId partnership, long afterSeq, int limit) {
        return links
                .find(Tenant.of(partnership), where("_id").gt("%s/%012d".formatted(partnership, afterSeq)), limit)
                .stream()
                .map(Versioned::state)
                .toList();
    }
}
