package dev.tandem.kit.erasure;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.erasure.PersonErased;
import dev.tandem.contracts.roster.RosterChange;
import dev.tandem.contracts.roster.RosterChange.RepChanged;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.intake.Intake;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Marks;
import dev.tandem.kit.store.Outgoing;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Lets a service that keeps copies of reps answer that it forgot one. Give it each event of `tandem.rosters` after the
/// copies took it: what is parked under the rep's key is taken away, what is parked of the company's records goes on
/// without the rep, and the answer is sent once per event.
public final class ForgottenPeople {
    private final Aggregates<Forgotten> forgotten;
    private final Intake intake;
    private final Marks marks;
    private final Clock clock;
    private final Answering answering;

    /// Who answers, and what it looked through.
    public record Answering(String service, List<String> places) {}

    /// That a rep was forgotten; all that is kept of it.
    record Forgotten(RepId rep) {}

    public ForgottenPeople(Stores stores, Intake intake, Marks marks, Clock clock, Answering answering) {
        this.forgotten = stores.aggregates("forgotten_people", Forgotten.class);
        this.intake = intake;
        this.marks = marks;
        this.clock = clock;
        this.answering = answering;
    }

    public void on(Incoming<RosterChange> event) {
        if (event.payload() instanceof RepChanged rep && rep.crmUser().isErased()) {
            var parked = intake.forget(Tenant.PLATFORM, event.place().topic(), event.key())
                    + intake.forget(rep.company(), (company, user) -> mark(rep, company, user));
            var answer = new PersonErased(
                    rep.rep(), rep.company(), answering.service(), answering.places(), parked, clock.instant());
            forgotten.change(
                    Tenant.of(rep.company()),
                    rep.rep().value(),
                    event.cause(),
                    _ -> Change.to(
                            new Forgotten(rep.rep()),
                            Outgoing.to(Topics.ERASURES, rep.rep() + "/" + answering.service(), answer)));
        }
    }

    /// Who that is is not told any more; the mark of a user whom a record names says whether it is the one.
    private Optional<CrmId> mark(RepChanged rep, CompanyId company, CrmId user) {
        return Optional.of(marks.erased(company, user)).filter(rep.crmUser()::equals);
    }
}
