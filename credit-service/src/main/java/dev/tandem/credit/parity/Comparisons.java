package dev.tandem.credit.parity;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Decision;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.util.List;
import java.util.Optional;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

/// The comparisons of each partnership, seen by the two companies that each concerns.
@Repository
class Comparisons {
    private final Aggregates<Comparison> comparisons;

    Comparisons(Stores stores) {
        this.comparisons = stores.aggregates("comparisons", Comparison.class);
    }

    Optional<Versioned<Comparison>> find(PartnershipId partnership, CompanyId reader, String id) {
        return comparisons
                .find(Tenant.of(partnership), id)
                .filter(found -> found.state().concerns(reader));
    }

    /// By id, after `afterId` (empty for the first page).
    List<Versioned<Comparison>> page(PartnershipId partnership, CompanyId reader, String afterId, int limit) {
        var concerned = new Criteria()
                .orOperator(
                        where("state.by").is(reader.value()),
                        where("state.with").is(reader.value()));
        return comparisons.find(Tenant.of(partnership), concerned.and("_id").gt(afterId), limit);
    }

    Outcome<Comparison> change(PartnershipId partnership, String id, Cause cause, Decision<Comparison> decision) {
        return comparisons.change(Tenant.of(partnership), id, cause, decision);
    }
}
