package dev.tandem.accounts.sale;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Decision;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The recorded deals of all joint accounts, one document per joint account.
@Component
class Sales {
    private final Aggregates<Stored> aggregates;

    Sales(Stores stores) {
        aggregates = stores.aggregates("sales", Stored.class).indexed("state.waits", "_id");
    }

    /// @param waits whether the parties have something to decide
    private record Stored(JointSales sales, boolean waits) {
        static Stored of(JointSales sales) {
            return new Stored(sales, !sales.open().isEmpty());
        }
    }

    /// @param decision always has a state: that of nothing recorded is one
    Versioned<JointSales> change(
            PartnershipId partnership, JointAccountId jointAccount, Cause cause, Decision<JointSales> decision) {
        Outcome<Stored> outcome = aggregates.change(Tenant.of(partnership), jointAccount.value(), cause, current -> {
            var change = decision.on(current.map(Sales::sales));
            var state = change.state();
            return new Change<>(state == null ? null : Stored.of(state), change.events());
        });
        return sales(Objects.requireNonNull(outcome.now(), "it was there or was written"));
    }

    Optional<Versioned<JointSales>> find(PartnershipId partnership, JointAccountId jointAccount) {
        return aggregates.find(Tenant.of(partnership), jointAccount.value()).map(Sales::sales);
    }

    /// By joint account, after the one given (empty for the first).
    List<Versioned<JointSales>> page(PartnershipId partnership, boolean waiting, String afterId, int limit) {
        var after = where("_id").gt(afterId);
        var filter = waiting ? after.and("state.waits").is(true) : after;
        return aggregates.find(Tenant.of(partnership), filter, limit).stream()
                .map(Sales::sales)
                .toList();
    }

    private static Versioned<JointSales> sales(Versioned<Stored> stored) {
        return new Versioned<>(stored.id(), stored.version(), stored.state().sales());
    }
}
