package dev.tandem.accounts.capacity;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// One document per partnership that was ever refused; on the platform's list, which is gone through every so often.
@Component
class Refusals {
    private final Aggregates<Refusal> aggregates;

    Refusals(Stores stores) {
        aggregates = stores.aggregates("alignment_refusals", Refusal.class).indexed("state.standing");
    }

    Optional<Refusal> standing(PartnershipId partnership) {
        return aggregates
                .find(Tenant.PLATFORM, partnership.value())
                .map(Versioned::state)
                .filter(Refusal::standing);
    }

    List<Refusal> standing(Tenant platform, int limit) {
        return aggregates.find(platform, where("state.standing").is(true), limit).stream()
                .map(Versioned::state)
                .toList();
    }

    /// Keeps since when it stands, where it stood so before.
    ///
    /// @return whether it is new
    boolean put(PartnershipId partnership, Refusal refusal) {
        var outcome = aggregates.change(Tenant.PLATFORM, partnership.value(), Cause.GIVEN, current -> {
            var same = current.map(Versioned::state)
                    .filter(was -> was.standing() && was.accountsMax() == refusal.accountsMax());
            return same.isPresent() ? Change.none() : Change.to(refusal);
        });
        return outcome instanceof Outcome.Changed<Refusal>;
    }

    void end(PartnershipId partnership) {
        aggregates.change(
                Tenant.PLATFORM,
                partnership.value(),
                Cause.GIVEN,
                current -> current.map(Versioned::state)
                        .filter(Refusal::standing)
                        .map(was -> Change.to(was.ended()))
                        .orElseGet(Change::none));
    }
}
