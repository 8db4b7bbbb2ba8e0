package dev.tandem.accounts.deal;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.DealId;
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

/// All opportunities of all companies, one document each.
@Component
class Opportunities {
    private final Aggregates<Opportunity> aggregates;

    Opportunities(Stores stores) {
        aggregates = stores.aggregates("opportunities", Opportunity.class)
                .indexed("state.account", "_id")
                .indexed("state.ownerUser", "_id")
                .indexed("state.deal.partnership", "_id")
                .indexed("state.deal.deal");
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

    List<Versioned<Opportunity>> deals(CompanyId owner, PartnershipId partnership, String afterId, int limit) {
        return page(owner, where("state.deal.partnership").is(partnership.value()), afterId, limit);
    }

    Optional<Versioned<Opportunity>> deal(CompanyId owner, DealId deal) {
        return page(owner, where("state.deal.deal").is(deal.value()), "", 1).stream()
                .findFirst();
    }

    private List<Versioned<Opportunity>> page(CompanyId owner, Criteria filter, String afterId, int limit) {
        var after = afterId.isEmpty() ? filter : filter.and("_id").gt(afterId);
        return aggregates.find(Tenant.of(owner), after, limit);
    }

    private static String id(CompanyId owner, CrmId id) {
        return owner + "/" + id;
    }
}
