package dev.tandem.roster.pairing;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// The plans, one document per partnership.
@Component
final class Plans {
    private final Aggregates<Plan> plans;

    Plans(Stores stores) {
        this.plans = stores.aggregates("pairing_plans", Plan.class);
    }

    /// Empty before the first proposal.
    Plan find(PartnershipId partnership) {
        return plans.find(Tenant.of(partnership), partnership.value())
                .map(Versioned::state)
                .orElseGet(() -> Plan.none(partnership));
    }

    Plan change(PartnershipId partnership, Cause cause, UnaryOperator<Plan> step) {
        var outcome = plans.change(
                Tenant.of(partnership),
                partnership.value(),
                cause,
                current ->
                        Change.to(step.apply(current.map(Versioned::state).orElseGet(() -> Plan.none(partnership)))));
        return Objects.requireNonNull(outcome.now()).state();
    }
}
