package dev.tandem.roster.activity;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import dev.tandem.roster.activity.ActivityView.Viewer;
import dev.tandem.roster.activity.Standing.Move;
import dev.tandem.roster.partnership.Agreements;
import dev.tandem.roster.terms.ActivityNorm;
import dev.tandem.roster.terms.Terms;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What parties say to an activity, over HTTP: the others whether it was so and who of theirs came, the reporting one
/// that these came, or that it takes the report back.
@RestController
@RequestMapping("/roster/partnerships/{id}/activities/{activity}")
class AnswerEndpoints {
    private final Activities activities;
    private final Reporting reporting;
    private final Agreements agreements;

    AnswerEndpoints(Activities activities, Reporting reporting, Agreements agreements) {
        this.activities = activities;
        this.reporting = reporting;
        this.agreements = agreements;
    }

    /// @param attended your own reps who took part; none when nobody came
    record Confirmation(@Size(max = Reporting.PEOPLE_MAX) List<Attendee> attended, Reason reason) {}

    /// Why it is said.
    record Why(Reason reason) {}

    /// What is asked of which activity by whom.
    private record Asked(CompanyCaller caller, PartnershipId partnership, String activity, Move move) {}

    @PostMapping("/confirmation")
    @Allowed({Role.ALLIANCE_MANAGER, Role.REP})
    ActivityView confirm(
            CompanyCaller caller,
            @PathVariable PartnershipId id,
            @PathVariable String activity,
            IdempotencyKey key,
            Body<Confirmation> body) {
        var asked = new Asked(caller, id, activity, Move.CONFIRMATION);
        var found = found(asked);
        var news = body.read();
        check(asked, found, news);
        var said = new Said(caller.company(), news.reason(), reporting.now());
        var norm = norm(id);
        return moved(
                asked,
                key,
                body,
                was -> was.with(new Word(Verdict.CONFIRMED, said, news.attended()))
                        .with(was.published().by(norm)));
    }

    private @Nullable ActivityNorm norm(PartnershipId id) {
        return agreements.termsInForce(id).map(Terms::activityNorm).orElse(null);
    }

    private void check(Asked asked, Activity activity, Confirmation news) {
        var caller = asked.caller();
        var violations = reporting.ofAttendees(caller.company(), news.attended());
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        if (reporting.isAboutNothingJoint(asked.partnership(), activity.facts())) {
            throw Problem.conflict(
                    "NO_JOINT_ACCOUNT", "It is about an account that the parties do not have in common.", List.of());
        }
        requireThere(caller, news.attended());
    }

    private void requireThere(CompanyCaller caller, List<Attendee> attended) {
        if (!caller.has(Role.ALLIANCE_MANAGER) && !reporting.isAmong(caller.company(), caller.person(), attended)) {
            throw Problem.invalid("attended", "NOT_YOU", "a rep speaks only of what the rep took part in");
        }
    }

    @PostMapping("/contest")
    @Allowed(Role.ALLIANCE_MANAGER)
    ActivityView contest(
            CompanyCaller caller,
            @PathVariable PartnershipId id,
            @PathVariable String activity,
            IdempotencyKey key,
            Body<Why> body) {
        var asked = new Asked(caller, id, activity, Move.CONTEST);
        return said(asked, key, body, said -> was -> was.with(new Word(Verdict.CONTESTED, said, List.of())));
    }

    /// That those whom the other parties named were there.
    @PostMapping("/acknowledgement")
    @Allowed(Role.ALLIANCE_MANAGER)
    ActivityView acknowledge(
            CompanyCaller caller,
            @PathVariable PartnershipId id,
            @PathVariable String activity,
            IdempotencyKey key,
            Body<Why> body) {
        var asked = new Asked(caller, id, activity, Move.ACKNOWLEDGEMENT);
        return said(asked, key, body, said -> was -> was.acknowledged(said));
    }

    /// For good: what it counted for is taken back.
    @PostMapping("/withdrawal")
    @Allowed(Role.ALLIANCE_MANAGER)
    ActivityView withdraw(
            CompanyCaller caller,
            @PathVariable PartnershipId id,
            @PathVariable String activity,
            IdempotencyKey key,
            Body<Why> body) {
        var asked = new Asked(caller, id, activity, Move.WITHDRAWAL);
        return said(asked, key, body, said -> was -> was.withdrawn(said));
    }

    private ActivityView said(
            Asked asked, IdempotencyKey key, Body<Why> body, Function<Said, UnaryOperator<Activity>> step) {
        found(asked);
        var said = new Said(asked.caller().company(), body.read().reason(), reporting.now());
        return moved(asked, key, body, step.apply(said));
    }

    private Activity found(Asked asked) {
        var company = asked.caller().company();
        var viewer = new Viewer(company, isGoverned(asked), reporting.now());
        var found = activities
                .find(asked.partnership(), asked.activity())
                .filter(viewer::sees)
                .orElseThrow(Problem::notFound);
        agreements.governed(company, asked.partnership());
        return found;
    }

    private boolean isGoverned(Asked asked) {
        return agreements
                .of(asked.caller().company(), asked.partnership())
                .orElseThrow(Problem::notFound)
                .inForce()
                .isPresent();
    }

    private ActivityView moved(Asked asked, IdempotencyKey key, Body<?> body, UnaryOperator<Activity> step) {
        var company = asked.caller().company();
        var outcome = activities.change(asked.partnership(), asked.activity(), key.cause(body, 200), current -> {
            var was = current.orElseThrow(Problem::notFound).state();
            new Standing(was, reporting.now()).require(asked.move(), company);
            return Change.to(step.apply(was));
        });
        var now = Objects.requireNonNull(outcome.now()).state();
        return ActivityView.of(now, new Viewer(company, true, reporting.now()));
    }
}
