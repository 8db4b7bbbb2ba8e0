package dev.tandem.accounts.deal;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
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

/// All opportunities of all companies, one document each.
@Component
class Opportunities {
    private final Aggregates<Opportunity> aggregates;

    Opportunities(Stores stores) {
        aggregates = stores.aggregates("opportunities", Opportunity.class)
                .indexed("state.account", "_id")
                .indexed("state.ownerUser", "_id")
                .indexed("state.undecided", "_id");
    }

    Outcome<Opportunity> change(CompanyId owner, CrmId id, Decision<Opportunity> decision) {
        return aggregates.change(Tenant.of(owner), id(owner, id), Cause.GIVEN, decision);
    }

    Optional<Versioned<Opportunity>> find(CompanyId owner, CrmId id) {
        return aggregates.find(Tenant.of(owner), id(owner, id));
    }

    List<Versioned<Opportunity>> ofAccount(CompanyId owner, CrmId account, String afterId, int limit) {
        return page(owner, where("state.account").is(account.value()), afterId, limit);
    }

    List<Versioned<Opportunity>> ofUser(CompanyId owner, CrmId user, String afterId, int limit) {
        return page(owner, where("state.ownerUser").is(user.value()), afterId, limit);
    }

    List<Versioned<Opportunity>> undecided(CompanyId owner, String afterId, int limit) {
        return page(owner, where("state.undecided").is(true), afterId, limit);
    }

    /// Those that the CRM has, by id, after the one given.
    ///
    /// @param undecided only those that wait, or do not wait, for their partnership
    List<Versioned<Opportunity>> page(CompanyId owner, Optional<Boolean> undecided, Optional<CrmId> after, int limit) {
        var filter = undecided
                .map(each -> where("state.undecided").is(each))
                .orElseGet(Criteria::new)
                .and("state.merged.changed")
                .ne(null);
        return page(owner, filter, after.map(id -> id(owner, id)).orElse(""), limit);
    }

    private List<Versioned<Opportunity>> page(CompanyId owner, Criteria filter, String afterId, int limit) {
        var after = afterId.isEmpty() ? filter : filter.and("_id").gt(afterId);
        return aggregates.find(Tenant.of(owner), after, limit);
    }

    private static String id(CompanyId owner, CrmId id) {
        return owner + "/" + id;
    }
}
