package dev.tandem.credit.goal;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Violation;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.JointGoals;
import dev.tandem.credit.deal.Parties;
import dev.tandem.credit.goal.Goals.Book;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Versioned;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// A company's own goals. For every other company there are none.
@RestController
@RequestMapping("/credit/companies/{company}/goals")
class GoalEndpoints {
    private final Goals goals;
    private final Parties parties;

    GoalEndpoints(Goals goals, Parties parties) {
        this.goals = goals;
        this.parties = parties;
    }

    @GetMapping
    @Allowed({Role.FINANCE, Role.ADMIN})
    Page<Goal> goals(CompanyCaller caller, @PathVariable CompanyId company, Paging paging) {
        own(caller, company);
        var after = paging.after();
        var rows = goals.of(company).stream()
                .sorted(Comparator.comparing(Goal::id))
                .filter(goal -> after.isEmpty() || goal.id().compareTo(after.get()) > 0)
                .limit(paging.fetch())
                .toList();
        return paging.page(rows, Goal::id);
    }

    /// Sets a goal; the same id again changes it.
    @PostMapping
    @Allowed(Role.FINANCE)
    ResponseEntity<Goal> set(
            CompanyCaller caller, @PathVariable CompanyId company, IdempotencyKey key, Body<Goal> body) {
        own(caller, company);
        var cause = key.cause(body, 201);
        var goal = body.read();
        var violations = violations(caller, goal);
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        var outcome = goals.change(company, cause, found -> {
            var book = found.map(Versioned::state).orElse(Book.EMPTY);
            var next = book.with(goal);
            return book.full() && next.goals().size() > book.goals().size() ? Change.none() : Change.to(next);
        });
        if (outcome instanceof Outcome.Unchanged<Book>) {
            throw Problem.conflict(
                    new Violation("company", "FULL", "A company has " + Goals.GOALS_MAX + " goals at most."),
                    List.of());
        }
        return ResponseEntity.status(HttpStatus.CREATED).body(goal);
    }

    private List<Violation> violations(CompanyCaller caller, Goal goal) {
        var violations = new ArrayList<>(goal.violations());
        var partnership = parties.partnership(caller.company(), goal.partnership());
        if (partnership.isEmpty()) {
            violations.add(new Violation("partnership", "NOT_FOUND", "must be a partnership of your own"));
        }
        var named = goal.jointTarget();
        if (named != null
                && partnership.stream()
                        .flatMap(each -> each.revisions().stream())
                        .map(Agreement::goals)
                        .noneMatch(each -> each != null && has(each, named))) {
            violations.add(new Violation("jointTarget", "NOT_A_TARGET", "must be the id of a target of the agreement"));
        }
        var rep = goal.rep();
        if (rep != null && !parties.employs(caller.company(), rep)) {
            violations.add(new Violation("rep", "NOT_YOUR_REP", "must be a rep of your own company"));
        }
        return violations;
    }

    private static boolean has(JointGoals goals, String target) {
        return goals.targets().stream().anyMatch(each -> each.id().equals(target));
    }

    private static void own(CompanyCaller caller, CompanyId company) {
        if (!caller.company().equals(company)) {
            throw Problem.notFound();
        }
    }
}
