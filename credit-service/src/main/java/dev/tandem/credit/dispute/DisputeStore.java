package dev.tandem.credit.dispute;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.RepId;
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

/// The disputes of each company, a document each.
@Repository
class DisputeStore {
    private final Aggregates<Dispute> disputes;

    DisputeStore(Stores stores) {
        this.disputes = stores.aggregates("disputes", Dispute.class)
                .indexed("state.rep")
                .unique("state.openLine");
    }

    List<Dispute> all(CompanyId company) {
        return read(company, where("_id").gt(company + "/"));
    }

    List<Dispute> of(CompanyId company, RepId rep) {
        return read(company, where("state.rep").is(rep.value()));
    }

    private List<Dispute> read(CompanyId company, Criteria criteria) {
        try (var found = disputes.stream(Tenant.of(company), criteria)) {
            return found.map(Versioned::state).toList();
        }
    }

    /// In order, after `afterId`.
    List<Dispute> page(CompanyId company, String afterId, int limit) {
        return disputes.find(Tenant.of(company), where("_id").gt(company + "/" + afterId), limit).stream()
                .map(Versioned::state)
                .toList();
    }

    Optional<Dispute> find(CompanyId company, String id) {
        return disputes.find(Tenant.of(company), company + "/" + id).map(Versioned::state);
    }

    Outcome<Dispute> change(CompanyId company, String id, Cause cause, Decision<Dispute> decision) {
        return disputes.change(Tenant.of(company), company + "/" + id, cause, decision);
    }
}
