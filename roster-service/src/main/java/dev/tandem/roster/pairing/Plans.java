package dev.tandem.roster.pairing;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// The plans, one document per partnership. All lie under one tenant, so that those not settled are found.
@Component
final class Plans {
    private final Aggregates<Plan> plans;

    Plans(Stores stores) {
        this.plans = stores.aggregates("pairing_plans", Plan.class).indexed("state.unsettled");
    }

    /// Empty before the first proposal.
    Plan find(PartnershipId partnership) {
        return plans.find(Tenant.PLATFORM, partnership.value())
                .map(Versioned::state)
                .orElseGet(() -> Plan.none(partnership));
    }

    Plan change(PartnershipId partnership, Cause cause, UnaryOperator<Plan> step) {
        var outcome = plans.change(
                Tenant.PLATFORM,
                partnership.value(),
                cause,
                current ->
                        Change.to(step.apply(current.map(Versioned::state).orElseGet(() -> Plan.none(partnership)))));
        return Objects.requireNonNull(outcome.now()).state();
    }

    /// Those that the joint accounts do not follow yet.
    List<Versioned<Plan>> unsettled(Tenant platform, int limit) {
        return plans.find(platform, where("state.unsettled").is(true), limit);
    }

    /// Unless it changed in the meantime.
    void settled(PartnershipId partnership, long version) {
        plans.change(
                Tenant.PLATFORM,
                partnership.value(),
                Cause.GIVEN,
                current -> current.filter(now -> now.version() == version)
                        .map(now -> Change.to(now.state().followed()))
                        .orElseGet(Change::none));
    }
}
