package dev.tandem.roster.goal;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Versioned;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import dev.tandem.roster.goal.Progress.Reached;
import dev.tandem.roster.goal.TeamGoal.Measure;
import dev.tandem.roster.goal.TeamGoal.Said;
import dev.tandem.roster.goal.TeamGoal.Status;
import dev.tandem.roster.goal.TeamGoal.Text;
import dev.tandem.roster.goal.TeamGoal.What;
import dev.tandem.roster.partnership.Agreements;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Team goals over HTTP: propose, agree, end, and see how far all are.
@RestController
@RequestMapping("/roster/partnerships/{id}/team-goals")
class GoalEndpoints {
    private final TeamGoals goals;
    private final Progress progress;
    private final Agreements agreements;
    private final Clock clock;

    GoalEndpoints(TeamGoals goals, Progress progress, Agreements agreements, Clock clock) {
        this.goals = goals;
        this.progress = progress;
        this.agreements = agreements;
        this.clock = clock;
    }

    /// @param measures at least one that leads and one that lags
    record NewGoal(
            @Schema(example = "Win in the north together") @NotBlank @Size(max = 200)
            String title,

            @Schema(example = "2026-01") YearMonth from,
            @Schema(example = "2026-03") YearMonth through,
            @Size(min = 2, max = 10) List<@Valid Measure> measures,
            Reason reason) {}

    /// Why it is said.
    record Why(Reason reason) {}

    /// @param progress of each measure
    record GoalView(
            String goal,
            String title,
            YearMonth from,
            YearMonth through,
            Status status,
            Said proposed,
            List<Said> agreed,
            @Nullable Said ended,
            List<Reached> progress,
            List<String> allowed) {}

    @PostMapping
    @Allowed(Role.ALLIANCE_MANAGER)
    ResponseEntity<GoalView> propose(
            CompanyCaller caller, @PathVariable PartnershipId id, IdempotencyKey key, Body<NewGoal> body) {
        var partnership = agreements.governed(caller.company(), id);
        var news = body.read();
        check(news);
        var text = new Text(news.title(), news.from(), news.through(), news.measures());
        var goal = new TeamGoal(key.documentId(), id, text, said(caller, news.reason()), List.of(), null);
        var now = goals.change(
                id, goal.id(), key.cause(body, 201), current -> current.isPresent() ? Change.none() : Change.to(goal));
        var place = URI.create("/roster/partnerships/%s/team-goals/%s".formatted(id, now.id()));
        return ResponseEntity.created(place).body(view(now, partnership, caller.company()));
    }

    private static void check(NewGoal goal) {
        if (goal.through().isBefore(goal.from())
                || goal.through().isAfter(goal.from().plusMonths(35))) {
            throw Problem.invalid("through", "RANGE", "must be from on, at most 36 months");
        }
        var kinds =
                goal.measures().stream().map(measure -> measure.what().kind()).distinct();
        if (kinds.count() < 2) {
            throw Problem.invalid("measures", "ONE_KIND", "name one that leads and one that lags, at least");
        }
        if (goal.measures().stream().map(Measure::id).distinct().count()
                < goal.measures().size()) {
            throw Problem.invalid("measures", "DUPLICATE", "each measure has an id of its own");
        }
        if (goal.measures().stream()
                .anyMatch(measure -> (measure.what() == What.DEAL_AMOUNT) == (measure.currency() == null))) {
            throw Problem.invalid("measures", "CURRENCY", "an amount has a currency, and nothing else has");
        }
    }

    /// While no agreement is in force there is no joint goal to see.
    @GetMapping
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN, Role.FINANCE, Role.REP})
    Page<GoalView> list(CompanyCaller caller, @PathVariable PartnershipId id, Paging paging) {
        var partnership = agreements.of(caller.company(), id).orElseThrow(Problem::notFound);
        if (partnership.inForce().isEmpty()) {
            return new Page<>(List.of(), null);
        }
        var page = paging.page(goals.page(id, paging.after().orElse(""), paging.fetch()), TeamGoal::id);
        return new Page<>(
                page.items().stream()
                        .map(goal -> view(goal, partnership, caller.company()))
                        .toList(),
                page.next());
    }

    @PostMapping("/{goal}/agreement")
    @Allowed(Role.ALLIANCE_MANAGER)
    GoalView agree(
            CompanyCaller caller,
            @PathVariable PartnershipId id,
            @PathVariable String goal,
            IdempotencyKey key,
            Body<Why> body) {
        return moved(new Asked(caller, id, goal, "agreement"), key, body, TeamGoal::agreed);
    }

    @PostMapping("/{goal}/ending")
    @Allowed(Role.ALLIANCE_MANAGER)
    GoalView end(
            CompanyCaller caller,
            @PathVariable PartnershipId id,
            @PathVariable String goal,
            IdempotencyKey key,
            Body<Why> body) {
        return moved(new Asked(caller, id, goal, "ending"), key, body, TeamGoal::ended);
    }

    /// What is asked of which goal by whom.
    private record Asked(CompanyCaller caller, PartnershipId partnership, String goal, String move) {}

    private GoalView moved(Asked asked, IdempotencyKey key, Body<Why> body, BiFunction<TeamGoal, Said, TeamGoal> step) {
        var company = asked.caller().company();
        if (agreements
                .of(company, asked.partnership())
                .flatMap(_ -> goals.find(asked.partnership(), asked.goal()))
                .isEmpty()) {
            throw Problem.notFound();
        }
        var partnership = agreements.governed(company, asked.partnership());
        var said = said(asked.caller(), body.read().reason());
        var now = goals.change(asked.partnership(), asked.goal(), key.cause(body, 200), current -> {
            var was = current.map(Versioned::state).orElseThrow(Problem::notFound);
            if (!was.allowedTo(company).contains(asked.move())) {
                throw Problem.conflict("NOT_ALLOWED_NOW", "That is not yours to do now.", was.allowedTo(company));
            }
            return Change.to(step.apply(was, said));
        });
        return view(now, partnership, company);
    }

    private GoalView view(TeamGoal goal, PartnershipChanged partnership, CompanyId viewer) {
        var text = goal.text();
        return new GoalView(
                goal.id(),
                text.title(),
                text.from(),
                text.through(),
                goal.status(partnership.parties()),
                goal.proposed(),
                goal.agreed(),
                goal.ended(),
                progress.of(partnership.partnership(), text),
                goal.allowedTo(viewer));
    }

    private Said said(CompanyCaller caller, Reason reason) {
        return new Said(caller.company(), reason, clock.instant());
    }
}
