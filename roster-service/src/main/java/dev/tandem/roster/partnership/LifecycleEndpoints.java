package dev.tandem.roster.partnership;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Etag;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.IfMatch;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import dev.tandem.roster.partnership.Course.Notice;
import dev.tandem.roster.partnership.Moves.Target;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Over HTTP: stop all sharing for a while and go on, give notice and take it back.
@RestController
@RequestMapping("/roster/partnerships/{id}")
class LifecycleEndpoints {
    private final Moves moves;
    private final Clock clock;
    private final int noticeDays;

    LifecycleEndpoints(Moves moves, Clock clock, @Value("${tandem.roster.notice-days:30}") int noticeDays) {
        this.moves = moves;
        this.clock = clock;
        this.noticeDays = noticeDays;
    }

    /// @param endsAt not before the notice period has run; without it, when that has run
    record NewNotice(Reason reason, @Nullable Instant endsAt) {}

    @PostMapping("/suspension")
    @Allowed(Role.ALLIANCE_MANAGER)
    ResponseEntity<PartnershipView> suspend(
            CompanyCaller caller,
            @PathVariable PartnershipId id,
            IdempotencyKey key,
            IfMatch expected,
            Body<Why> body) {
        return moved(
                new Target(caller, id, expected),
                () -> key.cause(body, 200),
                was -> new Lifecycle(was).suspend(act(caller, body.read().reason())));
    }

    @PostMapping("/resumption")
    @Allowed(Role.ALLIANCE_MANAGER)
    ResponseEntity<PartnershipView> resume(
            CompanyCaller caller, @PathVariable PartnershipId id, IdempotencyKey key, IfMatch expected) {
        return moved(
                new Target(caller, id, expected),
                () -> key.cause(200),
                was -> new Lifecycle(was).resume(caller.company()));
    }

    @PostMapping("/notice")
    @Allowed(Role.ALLIANCE_MANAGER)
    ResponseEntity<PartnershipView> giveNotice(
            CompanyCaller caller,
            @PathVariable PartnershipId id,
            IdempotencyKey key,
            IfMatch expected,
            Body<NewNotice> body) {
        return moved(
                new Target(caller, id, expected),
                () -> key.cause(body, 200),
                was -> new Lifecycle(was).giveNotice(notice(was, caller, body.read())));
    }

    @PostMapping("/notice-withdrawal")
    @Allowed(Role.ALLIANCE_MANAGER)
    ResponseEntity<PartnershipView> withdrawNotice(
            CompanyCaller caller, @PathVariable PartnershipId id, IdempotencyKey key, IfMatch expected) {
        return moved(
                new Target(caller, id, expected),
                () -> key.cause(200),
                was -> new Lifecycle(was).withdrawNotice(caller.company()));
    }

    private ResponseEntity<PartnershipView> moved(
            Target target, Supplier<dev.tandem.kit.store.Cause.Command> cause, UnaryOperator<Partnership> step) {
        var now = Moves.now(moves.move(target, cause, step));
        return Etag.ok(PartnershipView.of(now.state(), target.caller().company()), now.version());
    }

    private Notice notice(Partnership partnership, CompanyCaller caller, NewNotice given) {
        var act = act(caller, given.reason());
        int days = partnership.noticeDays().orElse(noticeDays);
        var earliest = act.at().plus(Duration.ofDays(days));
        var ends = given.endsAt() == null ? earliest : given.endsAt();
        if (ends.isBefore(earliest)) {
            throw Problem.invalid(
                    "endsAt", "BEFORE_NOTICE_PERIOD", "the notice period is " + days + " days: end later");
        }
        return new Notice(act, ends);
    }

    private Act act(CompanyCaller caller, Reason reason) {
        return new Act(caller.company(), reason, clock.instant());
    }
}
