package dev.tandem.roster.exchange;

import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Has all be told of rosters that changed. Reads do not wait for it. What a crash left is still unsettled, and done
/// by the next round or another instance.
@Component
class RosterSettling {
    private static final int PART = 20;

    private final Rosters rosters;
    private final List<RosterListener> listeners;

    RosterSettling(Rosters rosters, List<RosterListener> listeners) {
        this.rosters = rosters;
        this.listeners = listeners;
    }

    @Scheduled(
            fixedDelayString = "${tandem.roster.settling-interval-ms:500}",
            initialDelayString = "${tandem.roster.settling-interval-ms:500}")
    void settle() {
        rosters.unsettled(Tenant.PLATFORM, PART).forEach(this::settle);
    }

    private void settle(Versioned<Roster> found) {
        var roster = found.state();
        listeners.forEach(listener -> listener.changed(roster.partnership(), roster.company()));
        rosters.settled(roster.partnership(), roster.company(), found.version());
    }
}
