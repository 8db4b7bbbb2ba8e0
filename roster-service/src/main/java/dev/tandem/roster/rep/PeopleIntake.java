package dev.tandem.roster.rep;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Violation;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.kit.intake.Erasure;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.intake.Unprocessable;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Hash;
import dev.tandem.kit.store.Ids;
import dev.tandem.kit.store.Versioned;
import dev.tandem.roster.rep.Receipt.Outcome;
import dev.tandem.roster.rep.Rep.Seen;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// Takes what companies' CRMs say of their users, and leaves a receipt of each record.
@Component
public final class PeopleIntake {
    private static final int RECENT_MAX = 32;
    private static final int PART = 100;

    private final Reps reps;
    private final Receipts receipts;
    private final Tenures tenures;
    private final Ids ids;
    private final List<CrmRecords> others;
    private final List<Forgetting> holders;

    PeopleIntake(
            Reps reps, Receipts receipts, Tenures tenures, Ids ids, List<CrmRecords> others, List<Forgetting> holders) {
        this.reps = reps;
        this.receipts = receipts;
        this.tenures = tenures;
        this.ids = ids;
        this.others = List.copyOf(others);
        this.holders = List.copyOf(holders);
    }

    /// @throws Unprocessable for what breaks a rule; its receipt says so too
    public void on(Incoming<CrmChange> event) {
        try {
            var other = others.stream()
                    .filter(each -> each.objectType().equals(event.payload().objectType()))
                    .findFirst();
            var outcome = other.isPresent() ? taken(event, other.get()) : ofUser(event);
            note(event, outcome.outcome(), List.of(), outcome.user());
        } catch (Unprocessable parked) {
            note(event, Outcome.PARKED, parked.findings(), event.payload().objectId());
            throw parked;
        }
    }

    private static Taken taken(Incoming<CrmChange> event, CrmRecords other) {
        PeopleRules.requireKey(event, other.keyPrefix());
        var outcome = other.take(event) ? Outcome.APPLIED : Outcome.UNCHANGED;
        return new Taken(outcome, event.payload().objectId());
    }

    private Taken ofUser(Incoming<CrmChange> event) {
        var findings = PeopleRules.violations(event);
        if (!findings.isEmpty()) {
            throw new Unprocessable(findings);
        }
        return taken(event);
    }

    /// Forgets who the user was; what counts for others, the rep's id, stays, as of one who left.
    public void erase(Erasure erasure) {
        others.stream()
                .filter(other -> erasure.key().startsWith(other.keyPrefix()))
                .forEach(other -> other.erase(erasure));
        user(erasure).ifPresent(user -> erase(erasure, user));
    }

    private void erase(Erasure erasure, CrmId known) {
        forgottenAsManager(erasure.company(), known);
        others.forEach(other -> other.forget(erasure.company(), known));
        var mark = reps.mark(erasure.company(), known);
        receipts.forget(erasure.company(), known, mark);
        var outcome = reps.change(
                erasure.company(),
                known,
                Cause.GIVEN,
                current -> current.map(Versioned::state)
                        .filter(rep -> !rep.isErased())
                        .map(rep -> tenures.settled(Forgotten.erased(rep, mark, erasure.time()), erasure.time()))
                        .map(rep -> rep.after(current))
                        .orElseGet(Change::none));
        var now = outcome.now();
        if (now != null) {
            holders.forEach(
                    holder -> holder.forget(erasure.company(), now.state().id()));
        }
    }

    private void forgottenAsManager(CompanyId company, CrmId manager) {
        List<Versioned<Rep>> part;
        do {
            part = reps.naming(company, manager, PART);
            part.forEach(found -> reps.change(
                    company,
                    found.id(),
                    Cause.GIVEN,
                    current -> Change.to(Forgotten.without(current.orElseThrow().state(), manager))));
        } while (part.size() == PART);
    }

    /// Nobody is known by a key that is no CRM id.
    private static Optional<CrmId> user(Erasure erasure) {
        try {
            return Optional.of(new CrmId(erasure.key()));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    /// @param user by which the receipt names the rep: a mark for who is erased
    private record Taken(Outcome outcome, CrmId user) {}

    private Taken taken(Incoming<CrmChange> event) {
        var issued = new RepId(ids.next());
        var user = event.payload().objectId();
        var outcome = reps.change(event.sender(), user, Cause.GIVEN, current -> {
            var was = current.map(Versioned::state).orElseGet(() -> Rep.issued(issued, event.sender(), user));
            return seen(was, event).isPresent() ? Change.none() : merged(current, was, event);
        });
        var now = Objects.requireNonNull(outcome.now()).state();
        var came = seen(now, event)
                .filter(seen -> seen.place().equals(event.place().toString()))
                .map(Seen::outcome)
                .orElse(Outcome.UNCHANGED);
        return new Taken(came, now.crmUser());
    }

    private Change<Rep> merged(Optional<Versioned<Rep>> current, Rep was, Incoming<CrmChange> event) {
        var stamp = new Stamp(
                event.payload().sourceSequence(), event.time(), event.place().offset());
        var merged = Merge.of(was, event.payload(), stamp);
        var rep = Forgotten.named(merged.rep(), event.payload().objectId());
        var settled = tenures.settled(rep, event.time());
        if (settled.isErased()) {
            return settled.after(current);
        }
        var seen = new Seen(event.id(), hash(event), event.place().toString(), merged.outcome());
        return settled.seen(seen, RECENT_MAX).after(current);
    }

    /// The same event taken before.
    ///
    /// @throws Unprocessable when it said something else then
    private static Optional<Seen> seen(Rep rep, Incoming<CrmChange> event) {
        var seen = rep.recent().stream()
                .filter(recent -> recent.eventId().equals(event.id()))
                .findFirst();
        if (seen.isPresent() && !seen.get().contentHash().equals(hash(event))) {
            throw new Unprocessable("ce_id", "REUSED", "this id came with other content before: send a new id");
        }
        return seen;
    }

    private static String hash(Incoming<CrmChange> event) {
        var change = event.payload();
        return Hash.hex(
                change.change().name(),
                String.valueOf(change.sourceSequence()),
                new TreeMap<>(change.fields()).toString());
    }

    private void note(Incoming<CrmChange> event, Outcome outcome, List<Violation> findings, CrmId user) {
        var place = event.place();
        var id = "%s-%d-%019d".formatted(place.topic(), place.partition(), place.offset());
        var change = event.payload();
        receipts.note(
                event.sender(),
                new Receipt(id, change.objectType(), user, event.id(), event.time(), outcome, findings));
    }
}
