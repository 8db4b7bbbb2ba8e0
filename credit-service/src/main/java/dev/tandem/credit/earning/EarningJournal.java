package dev.tandem.credit.earning;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.CompanyId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.util.List;
import org.springframework.stereotype.Repository;

/// The links of each company's chain, one document each under `<company>/<seq>`: inserted, never
/// updated.
@Repository
class EarningJournal {
    private final Aggregates<EarningLink> links;

    EarningJournal(Stores stores) {
        this.links = stores.aggregates("earnings", EarningLink.class);
    }

    /// False when somebody else wrote a link of this `seq` first.
    boolean append(CompanyId company, EarningLink link) {
        var outcome = links.change(
                Tenant.of(company),
                "%s/%012d".formatted(company, link.seq()),
                Cause.GIVEN,
                taken -> taken.isPresent() ? Change.none() : Change.to(link));
        return outcome instanceof Outcome.Changed<EarningLink>;
    }

    /// All, in order.
    List<EarningLink> all(CompanyId company) {
        try (var found = links.stream(Tenant.of(company), where("_id").gt(company + "/"))) {
            return found.map(Versioned::state).toList();
        }
    }
}
