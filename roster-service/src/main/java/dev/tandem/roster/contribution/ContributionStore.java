package dev.tandem.roster.contribution;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Topics;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Outgoing;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Repository;

/// What companies' CRMs recorded, one document each, with what is told of it in the same write.
@Repository
class ContributionStore {
    private final Aggregates<Contributed> contributions;

    ContributionStore(Stores stores) {
        this.contributions = stores.aggregates("crm-contributions", Contributed.class)
                .indexed("state.waiting", "state.said.user")
                .indexed("state.said.user", "_id");
    }

    /// @param decide the next state; empty for no change
    /// @return whether anything changed
    boolean change(CompanyId company, String id, Function<Optional<Contributed>, Optional<Contributed>> decide) {
        var outcome = contributions.change(
                Tenant.of(company),
                id,
                Cause.GIVEN,
                found -> decide.apply(found.map(Versioned::state))
                        .map(Contributed::remembered)
                        .map(ContributionStore::told)
                        .orElseGet(Change::none));
        return outcome instanceof Outcome.Changed<Contributed>;
    }

    private static Change<Contributed> told(Contributed next) {
        return Change.to(
                next,
                next.event().stream()
                        .map(event -> Outgoing.to(Topics.ACTIVITIES, next.id(), event))
                        .toList());
    }

    /// Those that name the user.
    List<Contributed> naming(CompanyId company, CrmId user, int limit) {
        return contributions.find(Tenant.of(company), where("state.said.user").is(user.value()), limit).stream()
                .map(Versioned::state)
                .toList();
    }

    /// Of those that name a user who is no rep yet.
    List<Contributed> waitingFor(CompanyId company, CrmId user, int limit) {
        return contributions
                .find(
                        Tenant.of(company),
                        where("state.waiting").is(true).and("state.said.user").is(user.value()),
                        limit)
                .stream()
                .map(Versioned::state)
                .toList();
    }
}
