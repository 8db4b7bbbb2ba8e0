package dev.tandem.accounts.sharing;

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
import org.springframework.stereotype.Component;

/// One document per request.
@Component
class SharingRequests {
    private final Aggregates<SharingRequest> aggregates;

    SharingRequests(Stores stores) {
        aggregates = stores.aggregates("sharing_requests", SharingRequest.class);
    }

    Outcome<SharingRequest> change(
            PartnershipId partnership, String id, Cause cause, Decision<SharingRequest> decision) {
        return aggregates.change(Tenant.of(partnership), id, cause, decision);
    }

    Optional<Versioned<SharingRequest>> find(PartnershipId partnership, CompanyId party, String id) {
        return aggregates
                .find(Tenant.of(partnership), id)
                .filter(found -> found.state().concerns(party));
    }

    /// Those that the party makes or is asked by, by id, after the one given (empty for the first).
    List<Versioned<SharingRequest>> page(PartnershipId partnership, CompanyId party, String after, int limit) {
        var concerned = new Criteria()
                .orOperator(
                        where("state.from").is(party.value()), where("state.of").is(party.value()));
        var filter = after.isEmpty() ? concerned : concerned.and("_id").gt(after);
        return aggregates.find(Tenant.of(partnership), filter, limit);
    }
}
