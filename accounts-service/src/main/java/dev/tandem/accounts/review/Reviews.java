package dev.tandem.accounts.review;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.accounts.matching.Ruling;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Decision;
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
import org.springframework.stereotype.Component;

/// All reviews, one document each.
@Component
class Reviews {
    private static final int OF_ACCOUNTS_MAX = 10_000;

    private final Aggregates<Stored> aggregates;

    Reviews(Stores stores) {
        aggregates = stores.aggregates("reviews", Stored.class)
                .indexed("state.accounts")
                .indexed("state.asked", "_id")
                .indexed("state.ruled", "_id")
                .indexed("state.companies", "_id");
    }

    /// A review with what it is asked for by.
    private record Stored(Review review, List<String> accounts, List<String> companies, boolean asked, boolean ruled) {
        static Stored of(Review review) {
            return new Stored(
                    review,
                    review.accounts().map(AccountRef::toString).toList(),
                    review.companies().map(CompanyId::value).toList(),
                    review.asked(),
                    review.ruling() != Ruling.NONE);
        }
    }

    /// @return the review as it is then
    Optional<Review> change(PartnershipId partnership, String id, Cause cause, Decision<Review> decision) {
        var outcome = aggregates.change(Tenant.of(partnership), id, cause, stored(decision));
        return Optional.ofNullable(outcome.now()).map(now -> now.state().review());
    }

    void changeAll(PartnershipId partnership, Map<String, Decision<Review>> decisions) {
        var all = new LinkedHashMap<String, Decision<Stored>>();
        decisions.forEach((id, decision) -> all.put(id, stored(decision)));
        aggregates.changeAll(Tenant.of(partnership), all);
    }

    private static Decision<Stored> stored(Decision<Review> decision) {
        return current -> {
            var change = decision.on(current.map(Reviews::review));
            var state = change.state();
            return new Change<>(state == null ? null : Stored.of(state), change.events());
        };
    }

    Optional<Review> find(PartnershipId partnership, String id) {
        return aggregates
                .find(Tenant.of(partnership), id)
                .map(found -> found.state().review());
    }

    /// Those of the accounts that alignment doubts.
    List<Review> asked(PartnershipId partnership, Collection<AccountRef> accounts) {
        var names = accounts.stream().map(AccountRef::toString).toList();
        var criteria = where("state.accounts").in(names).and("state.asked").is(true);
        return aggregates.find(Tenant.of(partnership), criteria, OF_ACCOUNTS_MAX).stream()
                .map(found -> found.state().review())
                .toList();
    }

    void forEachAsked(PartnershipId partnership, Consumer<Review> use) {
        forEach(partnership, "state.asked", use);
    }

    void forEachRuled(PartnershipId partnership, Consumer<Review> use) {
        forEach(partnership, "state.ruled", use);
    }

    private void forEach(PartnershipId partnership, String flag, Consumer<Review> use) {
        try (var all = aggregates.stream(Tenant.of(partnership), where(flag).is(true))) {
            all.map(found -> Objects.requireNonNull(found.state()).review()).forEach(use);
        }
    }

    /// Of one party, by id, after the one given.
    List<Review> page(PartnershipId partnership, CompanyId party, String afterId, int limit) {
        var of = where("state.companies").is(party.value());
        var rest = afterId.isEmpty() ? of : of.and("_id").gt(afterId);
        return aggregates.find(Tenant.of(partnership), rest, limit).stream()
                .map(found -> found.state().review())
                .toList();
    }

    private static Versioned<Review> review(Versioned<Stored> stored) {
        return new Versioned<>(stored.id(), stored.version(), stored.state().review());
    }
}
