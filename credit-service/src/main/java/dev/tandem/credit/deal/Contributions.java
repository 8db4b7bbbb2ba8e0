package dev.tandem.credit.deal;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.DealId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.credit.crediting.Contribution;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Decision;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Repository;

/// What was claimed about each deal, a document per deal.
@Repository
class Contributions {
    private final Aggregates<Claims> claims;

    Contributions(Stores stores) {
        this.claims = stores.aggregates("contributions", Claims.class);
    }

    Claims of(PartnershipId partnership, DealId deal) {
        return claims.find(Tenant.of(partnership), id(partnership, deal))
                .map(Versioned::state)
                .orElse(new Claims(List.of()));
    }

    /// By deal, in order.
    SortedMap<DealId, Claims> all(PartnershipId partnership) {
        var all = new TreeMap<DealId, Claims>();
        var prefix = partnership + "/";
        try (var found = claims.stream(Tenant.of(partnership), where("_id").gt(prefix))) {
            found.forEach(each -> all.put(new DealId(each.id().substring(prefix.length())), each.state()));
        }
        return all;
    }

    List<Contribution> contributionsTo(PartnershipId partnership, DealId deal) {
        return of(partnership, deal).contributions();
    }

    Outcome<Claims> change(PartnershipId partnership, DealId deal, Cause cause, Decision<Claims> decision) {
        return claims.change(Tenant.of(partnership), id(partnership, deal), cause, decision);
    }

    private static String id(PartnershipId partnership, DealId deal) {
        return partnership + "/" + deal;
    }
}
