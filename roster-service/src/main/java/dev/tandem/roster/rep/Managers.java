package dev.tandem.roster.rep;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.roster.RosterChange;
import dev.tandem.contracts.roster.RosterChange.RepChanged;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Versioned;
import java.util.List;
import org.springframework.stereotype.Component;

/// Finds the rep that a manager is, whichever of the two came first.
@Component
public final class Managers {
    private static final int PART = 100;

    private final Reps reps;
    private final Tenures tenures;

    Managers(Reps reps, Tenures tenures) {
        this.reps = reps;
        this.tenures = tenures;
    }

    /// A rep came or changed: those who wait for this manager, or the manager that this rep waits for.
    public void onRoster(Incoming<RosterChange> event) {
        if (event.payload() instanceof RepChanged rep) {
            found(rep.company(), rep.crmUser(), rep.rep());
            reps.find(rep.company(), rep.rep())
                    .filter(found -> found.state().unresolvedManager() != null)
                    .ifPresent(found -> tenures.manager(
                                    rep.company(), found.state().unresolvedManager())
                            .ifPresent(manager -> managed(rep.company(), found, manager)));
        }
    }

    private void found(CompanyId company, CrmId user, RepId manager) {
        List<Versioned<Rep>> part;
        do {
            part = reps.waitingFor(company, user, PART);
            part.forEach(found -> managed(company, found, manager));
        } while (part.size() == PART);
    }

    private void managed(CompanyId company, Versioned<Rep> rep, RepId manager) {
        reps.change(
                company,
                rep.id(),
                Cause.GIVEN,
                current -> current.filter(now -> now.version() == rep.version())
                        .map(now -> now.state()
                                .with(now.state()
                                        .tenure()
                                        .with(now.state().tenure().history().managed(manager)))
                                .after(current))
                        .orElseGet(Change::none));
    }
}
