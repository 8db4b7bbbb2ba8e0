package dev.tandem.roster.pairing;

import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import dev.tandem.roster.mapping.CounterpartMapping;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Has the joint accounts follow a plan that became another. What a crash left is done by the next round.
@Component
class PlanSettling {
    private static final int PART = 5;

    private final Plans plans;
    private final TellingPairs pairs;
    private final CounterpartMapping mapping;

    PlanSettling(Plans plans, TellingPairs pairs, CounterpartMapping mapping) {
        this.plans = plans;
        this.pairs = pairs;
        this.mapping = mapping;
    }

    @Scheduled(
            fixedDelayString = "${tandem.roster.settling-interval-ms:500}",
            initialDelayString = "${tandem.roster.settling-interval-ms:500}")
    void settle() {
        plans.unsettled(Tenant.PLATFORM, PART).forEach(this::settle);
    }

    private void settle(Versioned<Plan> found) {
        pairs.settle(found.state());
        mapping.changed(found.state().partnership());
        plans.settled(found.state().partnership(), found.version());
    }
}
