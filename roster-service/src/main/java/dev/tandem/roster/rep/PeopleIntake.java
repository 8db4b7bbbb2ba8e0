package dev.tandem.roster.rep;

import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Violation;
import dev.tandem.contracts.crm.CrmChange;
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

    private final Reps reps;
    private final Receipts receipts;
    private final Tenures tenures;
    private final Ids ids;
    private final ErasedPeople erased;
    private final List<CrmRecords> others;

    PeopleIntake(Reps reps, Receipts receipts, Tenures tenures, Ids ids, ErasedPeople erased, List<CrmRecords> others) {
        this.reps = reps;
        this.receipts = receipts;
        this.tenures = tenures;
        this.ids = ids;
        this.erased = erased;
        this.others = List.copyOf(others);
    }

    /// Whatever a record says of somebody who was erased, it changes nothing.
    ///
    /// @throws Unprocessable for what breaks a rule; its receipt says so too
    public void on(Incoming<CrmChange> event) {
        var mark = erased.mark(event.sender(), event.payload().objectId());
        if (mark.isPresent()) {
            note(event, Outcome.ERASED, List.of(), mark.get());
            return;
        }
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

    /// @param user by which the receipt names the rep: a mark for who is erased
    private record Taken(Outcome outcome, CrmId user) {}

    private Taken taken(Incoming<CrmChange> event) {
        var issued = new RepId(ids.next());
        var user = event.payload().objectId();
        var outcome = reps.change(event.sender(), user, Cause.GIVEN, current -> {
            var was = current.map(Versioned::state).orElseGet(() -> Rep.issued(issued, event.sender(), user));
            // Erased since it was looked up.
            return was.isErased() || seen(was, event).isPresent() ? Change.none() : merged(current, was, event);
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
        var settled = tenures.settled(merged.rep(), event.time());
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
        var receipt = new Receipt(id, change.objectType(), user, event.id(), event.time(), outcome, findings);
        receipts.note(event.sender(), user.isErased() ? receipt.of(user) : receipt);
    }
}
