package dev.tandem.roster.exchange;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Decision;
import dev.tandem.kit.store.Hash;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What was sent of each rep in each partnership, one document each.
@Component
final class ToldReps {
    private final Aggregates<ToldRep> reps;

    ToldReps(Stores stores) {
        this.reps = stores.aggregates("told_reps", ToldRep.class).indexed("state.company", "_id");
    }

    void change(PartnershipId partnership, RepId rep, Decision<ToldRep> decision) {
        reps.change(Tenant.of(partnership), Hash.id(partnership.value(), rep.value()), Cause.GIVEN, decision);
    }

    Optional<ToldRep> find(PartnershipId partnership, RepId rep) {
        return reps.find(Tenant.of(partnership), Hash.id(partnership.value(), rep.value()))
                .map(Versioned::state);
    }

    /// A company's, after the document `after`.
    List<Versioned<ToldRep>> page(PartnershipId partnership, CompanyId company, String after, int limit) {
        var criteria = where("state.company").is(company.value()).and("_id").gt(after);
        return reps.find(Tenant.of(partnership), criteria, limit);
    }
}
