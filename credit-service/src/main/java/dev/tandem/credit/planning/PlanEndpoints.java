package dev.tandem.credit.planning;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.Violation;
import dev.tandem.credit.plan.Plan;
import dev.tandem.credit.planning.PlanProposal.Decision;
import dev.tandem.credit.planning.PlanProposal.Status;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Versioned;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// A company's own plans: one person proposes a revision, a second approves it. For every other
/// company none of it exists.
@RestController
@RequestMapping("/credit/companies/{company}/plans")
class PlanEndpoints {
    private final PlanBooks books;
    private final Clock clock;

    PlanEndpoints(PlanBooks books, Clock clock) {
        this.books = books;
        this.clock = clock;
    }

    /// @param plans the approved revisions, in the order of approval
    record Plans(List<Plan> plans, List<PlanProposal> proposals) {}

    record Verdict(Reason reason) {}

    @GetMapping
    @Allowed({Role.FINANCE, Role.ADMIN})
    Plans plans(CompanyCaller caller, @PathVariable CompanyId company) {
        var book = books.of(Own.company(caller, company));
        return new Plans(book.plans(), book.proposed());
    }

    /// A further revision of the plan of that name, or the first; in force once it is approved.
    @PostMapping
    @Allowed(Role.FINANCE)
    ResponseEntity<PlanProposal> propose(
            CompanyCaller caller, @PathVariable CompanyId company, IdempotencyKey key, Body<Plan> body) {
        var own = Own.company(caller, company);
        var cause = key.cause(body, 201);
        var proposal = new PlanProposal(key.documentId(), body.read(), caller.person(), clock.instant(), null);
        var outcome = books.change(own, cause, found -> {
            var book = found.map(Versioned::state).orElse(PlanBook.EMPTY);
            return book.violations(proposal.plan()).isEmpty() && !book.full()
                    ? Change.to(book.with(proposal))
                    : Change.none();
        });
        if (outcome instanceof Outcome.Unchanged<PlanBook>) {
            throw Own.refusal(books.of(own).violations(proposal.plan()));
        }
        return ResponseEntity.status(HttpStatus.CREATED).body(find(own, proposal.id()));
    }

    /// By another person than the one who proposed it.
    @PostMapping("/{proposal}/approval")
    @Allowed({Role.FINANCE, Role.ADMIN})
    PlanProposal approve(
            CompanyCaller caller,
            @PathVariable CompanyId company,
            @PathVariable String proposal,
            IdempotencyKey key,
            Body<Verdict> body) {
        return decide(caller, find(Own.company(caller, company), proposal), new Deciding(Status.APPROVED, key, body));
    }

    /// By anybody of finance, whoever proposed it.
    @PostMapping("/{proposal}/refusal")
    @Allowed({Role.FINANCE, Role.ADMIN})
    PlanProposal refuse(
            CompanyCaller caller,
            @PathVariable CompanyId company,
            @PathVariable String proposal,
            IdempotencyKey key,
            Body<Verdict> body) {
        return decide(caller, find(Own.company(caller, company), proposal), new Deciding(Status.REFUSED, key, body));
    }

    private record Deciding(Status status, IdempotencyKey key, Body<Verdict> body) {}

    private PlanProposal decide(CompanyCaller caller, PlanProposal proposal, Deciding deciding) {
        var cause = deciding.key().cause(deciding.body(), 200);
        var because = deciding.body().read().reason();
        var decision = new Decision(deciding.status(), caller.person(), clock.instant(), because);
        var outcome = books.change(caller.company(), cause, found -> {
            var book = found.map(Versioned::state).orElseThrow();
            return book.decidable(proposal.id(), decision).isEmpty()
                    ? Change.to(book.decided(proposal.id(), decision))
                    : Change.none();
        });
        if (outcome instanceof Outcome.Unchanged<PlanBook>) {
            if (find(caller.company(), proposal.id()).status() != Status.PROPOSED) {
                throw Problem.conflict(
                        new Violation("plan", "ALREADY_DECIDED", "The revision was decided before."), List.of());
            }
            throw Own.refusal(books.of(caller.company()).decidable(proposal.id(), decision));
        }
        return find(caller.company(), proposal.id());
    }

    private PlanProposal find(CompanyId own, String id) {
        return books.of(own).proposal(id).orElseThrow(Problem::notFound);
    }
}
