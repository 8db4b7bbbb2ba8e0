package dev.tandem.accounts.account;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Decision;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// All accounts of all companies, one document each.
@Component
class Accounts {
    private static final String LISTING = "state.listing";
    private static final String ORDER = "state.proposal.order";

    private final Aggregates<Account> aggregates;

    Accounts(Stores stores) {
        aggregates = stores.aggregates("accounts", Account.class)
                .indexed("state.ownerUser", "_id")
                .indexed("state.live", "_id")
                .indexed("state.live", "state.population", "_id")
                .indexed("state.live", "state.lacks")
                .indexed("state.live", "state.custom", "_id")
                .indexed("state.live", "state.openOpportunities")
                .indexed("state.live", LISTING)
                .indexed("state.live", "state.proposal.vouched", ORDER);
    }

    Outcome<Account> change(CompanyId owner, CrmId id, Decision<Account> decision) {
        return aggregates.change(Tenant.of(owner), id(owner, id), Cause.GIVEN, decision);
    }

    Map<CrmId, Outcome<Account>> changeAll(CompanyId owner, Map<CrmId, Decision<Account>> decisions) {
        var byDocument = new LinkedHashMap<String, Decision<Account>>();
        decisions.forEach((id, decision) -> byDocument.put(id(owner, id), decision));
        var done = aggregates.changeAll(Tenant.of(owner), byDocument);
        var outcomes = new LinkedHashMap<CrmId, Outcome<Account>>();
        decisions.keySet().forEach(id -> outcomes.put(id, Objects.requireNonNull(done.get(id(owner, id)))));
        return outcomes;
    }

    Optional<Versioned<Account>> find(CompanyId owner, CrmId id) {
        return aggregates.find(Tenant.of(owner), id(owner, id));
    }

    List<Versioned<Account>> find(CompanyId owner, Collection<CrmId> ids) {
        var documents = ids.stream().map(id -> id(owner, id)).toList();
        return aggregates.find(Tenant.of(owner), where("_id").in(documents), documents.size());
    }

    /// Each that is live, by id.
    void forEach(CompanyId owner, Consumer<Versioned<Account>> use) {
        try (var all = aggregates.stream(Tenant.of(owner), where("state.live").is(true))) {
            all.forEach(use);
        }
    }

    /// By id, after the account given.
    List<Versioned<Account>> page(CompanyId owner, Criteria filter, Optional<CrmId> after, int limit) {
        var rest = after.map(id -> filter.and("_id").gt(id(owner, id))).orElse(filter);
        return aggregates.find(Tenant.of(owner), rest, limit);
    }

    /// In the order of their listing, after the one given (empty for the first).
    List<Versioned<Account>> listed(CompanyId owner, Criteria filter, String afterListing, int limit) {
        var rest = filter.and(LISTING).gt(afterListing);
        return aggregates.find(Tenant.of(owner), rest, LISTING, limit);
    }

    /// Those that nothing in the book vouches for, in the order in which they were proposed.
    List<Versioned<Account>> proposed(CompanyId owner, String afterOrder, int limit) {
        return aggregates.find(Tenant.of(owner), unvouched(afterOrder), ORDER, limit);
    }

    long countProposed(CompanyId owner, String afterOrder) {
        return aggregates.count(Tenant.of(owner), unvouched(afterOrder));
    }

    private static Criteria unvouched(String afterOrder) {
        return where("state.live")
                .is(true)
                .and("state.proposal.vouched")
                .is(false)
                .and(ORDER)
                .gt(afterOrder)
                .lt(Proposal.NEVER);
    }

    long count(CompanyId owner, Criteria filter) {
        return aggregates.count(Tenant.of(owner), filter);
    }

    private static String id(CompanyId owner, CrmId id) {
        return new AccountRef(owner, id).toString();
    }
}
