package dev.tandem.roster.onboarding;

import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import dev.tandem.roster.mapping.CounterpartMapping;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Has the counterparts follow what reps proved. What a crash left is still unsettled, and done by the next round or
/// another instance.
@Component
class ChecklistSettling {
    private static final int PART = 20;

    private final Checklists checklists;
    private final CounterpartMapping mapping;

    ChecklistSettling(Checklists checklists, CounterpartMapping mapping) {
        this.checklists = checklists;
        this.mapping = mapping;
    }

    @Scheduled(
            fixedDelayString = "${tandem.roster.settling-interval-ms:500}",
            initialDelayString = "${tandem.roster.settling-interval-ms:500}")
    void settle() {
        checklists.unsettled(Tenant.PLATFORM, PART).forEach(this::settle);
    }

    private void settle(Versioned<Checklist> found) {
        var checklist = found.state();
        mapping.changed(checklist.partnership(), checklist.rep());
        checklists.settled(checklist.partnership(), checklist.rep(), found.version());
    }
}
