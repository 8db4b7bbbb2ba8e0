package dev.tandem.roster.learning;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Versioned;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import dev.tandem.roster.learning.Entry.EntryText;
import dev.tandem.roster.learning.Entry.Writing;
import dev.tandem.roster.partnership.Agreements;
import dev.tandem.roster.rep.RepDirectory;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The joint playbook over HTTP: write, revise, take back; [PlaybookReading] reads.
@RestController
@RequestMapping("/roster/partnerships/{id}/playbook")
class PlaybookEndpoints {
    private final Entries entries;
    private final Agreements agreements;
    private final RepDirectory reps;
    private final PlaybookReading reading;
    private final ReadableEntries readable;
    private final Clock clock;

    PlaybookEndpoints(
            Entries entries,
            Agreements agreements,
            RepDirectory reps,
            PlaybookReading reading,
            ReadableEntries readable,
            Clock clock) {
        this.entries = entries;
        this.agreements = agreements;
        this.reps = reps;
        this.reading = reading;
        this.readable = readable;
        this.clock = clock;
    }

    /// @param entry what it says, of one kind, and until when
    record NewEntry(@Valid EntryText entry, Reason reason) {}

    /// Why it is taken back.
    record Why(Reason reason) {}

    @PostMapping
    @Allowed({Role.ALLIANCE_MANAGER, Role.REP})
    ResponseEntity<EntryView> write(
            CompanyCaller caller, @PathVariable PartnershipId id, IdempotencyKey key, Body<NewEntry> body) {
        var _ = agreements.governed(caller.company(), id);
        var news = body.read();
        check(news.entry());
        var author = reps.person(caller.company(), caller.person())
                .map(known -> known.rep().rep())
                .orElse(null);
        var writing = new Writing(news.entry(), author, news.reason(), clock.instant());
        var entry = Entry.written(key.documentId(), id, caller.company(), writing);
        var now = entries.change(
                id,
                entry.id(),
                key.cause(body, 201),
                current -> current.isPresent() ? Change.none() : Change.to(entry));
        return ResponseEntity.created(URI.create("/roster/partnerships/%s/playbook/%s".formatted(id, now.id())))
                .body(view(caller, now));
    }

    private void check(EntryText text) {
        if (!text.reviewBy().isAfter(today())) {
            throw Problem.invalid("entry.reviewBy", "RANGE", "must be after today");
        }
    }

    /// By its owner: another text, or another day of review.
    @PostMapping("/{entry}/revision")
    @Allowed(Role.ALLIANCE_MANAGER)
    EntryView revise(
            CompanyCaller caller,
            @PathVariable PartnershipId id,
            @PathVariable String entry,
            IdempotencyKey key,
            Body<NewEntry> body) {
        var found = reading.found(caller, id, entry);
        var _ = agreements.governed(caller.company(), id);
        requireOwner(caller, found);
        var news = body.read();
        check(news.entry());
        var now = clock.instant();
        return moved(caller, found, key.cause(body, 200), was -> was.changed(news.entry(), news.reason(), now));
    }

    /// By its owner, also while no agreement is in force: it is gone for the others at once.
    @PostMapping("/{entry}/withdrawal")
    @Allowed(Role.ALLIANCE_MANAGER)
    EntryView withdraw(
            CompanyCaller caller,
            @PathVariable PartnershipId id,
            @PathVariable String entry,
            IdempotencyKey key,
            Body<Why> body) {
        var found = reading.found(caller, id, entry);
        requireOwner(caller, found);
        var why = body.read().reason();
        return moved(caller, found, key.cause(body, 200), was -> was.withdrawn(why));
    }

    private static void requireOwner(CompanyCaller caller, Entry entry) {
        if (!entry.owner().equals(caller.company())) {
            throw Problem.conflict("NOT_OWNER", "The company that owns an entry changes it.", List.of());
        }
    }

    private EntryView moved(CompanyCaller caller, Entry found, Cause cause, UnaryOperator<Entry> step) {
        return view(caller, entries.change(found.partnership(), found.id(), cause, current -> {
            var was = current.map(Versioned::state).orElseThrow(Problem::notFound);
            if (was.withdrawn() != null) {
                throw Problem.conflict("WITHDRAWN", "It was taken back.", List.of());
            }
            return Change.to(step.apply(was));
        }));
    }

    private EntryView view(CompanyCaller caller, Entry entry) {
        return reading.view(readable.reader(caller, entry.partnership()), entry);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
