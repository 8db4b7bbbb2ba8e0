package dev.tandem.roster.rep;

import dev.tandem.contracts.RepId;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Ids;
import dev.tandem.kit.store.Versioned;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Etag;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.IfMatch;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import dev.tandem.roster.rep.ErasedPeople.Returned;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A company's own reps over HTTP; no other company's are ever found here. What is entered here holds until the CRM
/// says something newer.
@RestController
@RequestMapping("/roster/reps")
class RepEndpoints {
    private final Reps reps;
    private final Tenures tenures;
    private final Ids ids;
    private final Clock clock;
    private final ErasedPeople erased;

    RepEndpoints(Reps reps, Tenures tenures, Ids ids, Clock clock, ErasedPeople erased) {
        this.reps = reps;
        this.tenures = tenures;
        this.ids = ids;
        this.clock = clock;
        this.erased = erased;
    }

    /// The only way in which a person who was erased is there again: nothing that a CRM or a file says does it.
    @PostMapping
    @Allowed(Role.ADMIN)
    ResponseEntity<RepView> enter(CompanyCaller caller, IdempotencyKey key, Body<EnteredRep.New> body) {
        var entered = body.read();
        var user = entered.crmUser();
        var issued = new RepId(ids.next());
        requireAgain(caller, entered);
        var outcome = reps.enter(caller.company(), user, key.cause(body, 201), current -> {
            if (current.filter(was -> !was.state().isErased()).isPresent()) {
                throw Problem.conflict("ALREADY_KNOWN", "This CRM user is known as a rep.", List.of());
            }
            var was = current.map(erased -> Forgotten.returned(erased.state(), user))
                    .orElseGet(() -> Rep.issued(issued, caller.company(), user));
            return changed(was, entered.values()).after(current);
        });
        var now = Objects.requireNonNull(outcome.now());
        return Etag.created(URI.create("/roster/reps/" + now.state().id()), RepView.of(now.state()), now.version());
    }

    private void requireAgain(CompanyCaller caller, EnteredRep.New entered) {
        if (entered.crmUser().isErased()) {
            throw Problem.invalid("crmUser", "MALFORMED", "name a user of your CRM");
        }
        if (erased.mark(caller.company(), entered.crmUser()).isEmpty()) {
            return;
        }
        var because = entered.again();
        if (because == null) {
            throw Problem.conflict(
                    "ERASED", "The person was erased: say in again why the person is entered anew.", List.of());
        }
        erased.returned(caller.company(), entered.crmUser(), new Returned(because, clock.instant()));
    }

    @GetMapping
    @Allowed({Role.ADMIN, Role.ALLIANCE_MANAGER, Role.FINANCE})
    Page<RepView> list(CompanyCaller caller, Paging paging) {
        var after = paging.after().orElse("");
        var rows = reps.page(caller.company(), after, paging.fetch());
        var page = paging.page(rows, Versioned::id);
        return new Page<>(
                page.items().stream().map(found -> RepView.of(found.state())).toList(), page.next());
    }

    @GetMapping("/{rep}")
    @Allowed({Role.ADMIN, Role.ALLIANCE_MANAGER, Role.FINANCE})
    ResponseEntity<RepView> read(CompanyCaller caller, @PathVariable RepId rep) {
        var found = found(caller, rep);
        return Etag.ok(RepView.of(found.state()), found.version());
    }

    /// Holds from now on, or from the day `asOf`, which may have been or be to come; then only what is different from
    /// now is planned.
    @PutMapping("/{rep}")
    @Allowed(Role.ADMIN)
    ResponseEntity<RepView> change(
            CompanyCaller caller,
            @PathVariable RepId rep,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            IfMatch expected,
            Body<EnteredRep.Change> body) {
        var found = found(caller, rep);
        expected.requireVersion(found.version());
        var values = body.read().values();
        var outcome = reps.change(caller.company(), found.id(), Cause.GIVEN, current -> {
            var was = current.orElseThrow(Problem::notFound);
            expected.requireVersion(was.version());
            if (was.state().isErased()) {
                throw Problem.conflict(
                        "ERASED", "The person was erased: enter nothing of the person again.", List.of());
            }
            return (asOf == null ? changed(was.state(), values) : planned(was.state(), asOf, values)).after(current);
        });
        var now = Objects.requireNonNull(outcome.now());
        return Etag.ok(RepView.of(now.state()), now.version());
    }

    private Rep planned(Rep was, LocalDate asOf, Map<RepField, @Nullable String> values) {
        if (asOf.isBefore(Spells.ALWAYS)) {
            throw Problem.invalid("asOf", "TOO_EARLY", "name a day from " + Spells.ALWAYS + " on");
        }
        if (was.tenure().isFull()) {
            throw Problem.conflict("TOO_MANY_PLANNED", "So many changes are planned for this rep already.", List.of());
        }
        return tenures.asOf(was, asOf, values);
    }

    private Rep changed(Rep was, Map<RepField, @Nullable String> values) {
        var now = clock.instant();
        return tenures.settled(Merge.entered(was, values, now), now);
    }

    private Versioned<Rep> found(CompanyCaller caller, RepId rep) {
        return reps.find(caller.company(), rep).orElseThrow(Problem::notFound);
    }
}
