package dev.tandem.kit.upkeep;

import dev.tandem.contracts.Reason;
import dev.tandem.kit.intake.Intake;
import dev.tandem.kit.intake.Parked;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What waits for a decision: a company decides about its own topics' events, an operator about the platform's.
@RestController
@RequestMapping("/${spring.application.name}/parked")
class ParkedEndpoints {
    private final Intake intake;

    ParkedEndpoints(Intake intake) {
        this.intake = intake;
    }

    /// Why an event is given up.
    record Discard(Reason reason) {}

    @GetMapping
    @Allowed({Role.CRM, Role.ADMIN, Role.OPERATOR})
    Page<ParkedView> waiting(Caller caller, Paging paging) {
        var rows = intake.waiting(caller.tenant(), paging.after().orElse(""), paging.fetch()).stream()
                .map(parked -> ParkedView.of(caller, parked))
                .toList();
        return paging.page(rows, ParkedView::id);
    }

    @GetMapping("/{id}")
    @Allowed({Role.CRM, Role.ADMIN, Role.OPERATOR})
    ParkedView one(Caller caller, @PathVariable String id) {
        return ParkedView.of(caller, found(caller, id));
    }

    /// Repeating it does nothing more; under another key, what still fails is tried again.
    @PostMapping("/{id}/redrive")
    @Allowed({Role.CRM, Role.ADMIN, Role.OPERATOR})
    ParkedView redrive(Caller caller, @PathVariable String id, IdempotencyKey key) {
        var found = found(caller, id);
        var command = key.cause(200);
        if (intake.isDone(caller.tenant(), id, command)) {
            return ParkedView.of(caller, found);
        }
        var now = switch (found.status()) {
            case OPEN, HELD -> redriven(caller, id);
            case REDRIVEN -> found;
            case DISCARDED, SUPERSEDED -> throw decided(found);
        };
        intake.done(caller.tenant(), id, command);
        return ParkedView.of(caller, now);
    }

    private Parked redriven(Caller caller, String id) {
        var now = intake.redrive(caller.tenant(), id).orElseThrow(Problem::notFound);
        if (now.status() == Parked.Status.HELD) {
            throw Problem.conflict(
                    "HELD_BACK", "An earlier change of the same object is parked: decide about it first.", List.of());
        }
        return now;
    }

    @PostMapping("/{id}/discard")
    @Allowed({Role.CRM, Role.ADMIN, Role.OPERATOR})
    ParkedView discard(Caller caller, @PathVariable String id, IdempotencyKey key, Body<Discard> body) {
        var found = found(caller, id);
        var command = key.cause(body, 200);
        if (intake.isDone(caller.tenant(), id, command)) {
            return ParkedView.of(caller, found);
        }
        var discarded = new Parked.Discarded(caller.person(), body.read().reason());
        var now = switch (found.status()) {
            case OPEN, HELD -> discarded(caller, id, discarded);
            case DISCARDED -> found;
            case REDRIVEN, SUPERSEDED -> throw decided(found);
        };
        if (now.discarded().filter(discarded::equals).isEmpty()) {
            throw decided(now);
        }
        intake.done(caller.tenant(), id, command);
        return ParkedView.of(caller, now);
    }

    private Parked discarded(Caller caller, String id, Parked.Discarded discarded) {
        return intake.discard(caller.tenant(), id, discarded).orElseThrow(Problem::notFound);
    }

    private static RuntimeException decided(Parked found) {
        return Problem.conflict("DECIDED", "The event is " + found.status() + " already.", List.of());
    }

    private Parked found(Caller caller, String id) {
        return intake.parked(caller.tenant(), id).orElseThrow(Problem::notFound);
    }
}
