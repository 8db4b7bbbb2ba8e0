package dev.tandem.roster.onboarding;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.roster.RosterChange.Status;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import dev.tandem.roster.onboarding.Checklist.Tick;
import dev.tandem.roster.partnership.Agreements;
import dev.tandem.roster.rep.RepDirectory;
import dev.tandem.roster.rep.RepDirectory.Known;
import dev.tandem.roster.terms.Requirement;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// A company's own reps and what each still needs, over HTTP.
@RestController
@RequestMapping("/roster/partnerships/{id}")
class OnboardingEndpoints {
    private final Checklists checklists;
    private final Readiness readiness;
    private final Agreements agreements;
    private final RepDirectory reps;
    private final Clock clock;

    OnboardingEndpoints(
            Checklists checklists, Readiness readiness, Agreements agreements, RepDirectory reps, Clock clock) {
        this.checklists = checklists;
        this.readiness = readiness;
        this.agreements = agreements;
        this.reps = reps;
        this.clock = clock;
    }

    /// @param requirement as the terms in force name it
    /// @param done false to take it back
    /// @param reason what proves it, or why it no longer holds
    record NewTick(RepId rep, @NotBlank @Size(max = 64) String requirement, boolean done, Reason reason) {}

    /// @param ready whether nothing is missing
    record ReadinessView(RepId rep, boolean ready, List<Tick> ticks, List<Requirement> missing) {}

    /// A row with its place in the company's list.
    private record Row(String position, ReadinessView view) {}

    @GetMapping("/onboarding")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    Page<ReadinessView> list(CompanyCaller caller, @PathVariable PartnershipId id, Paging paging) {
        requireParty(caller, id);
        var agreed = readiness.agreed(id);
        var rows = reps.page(caller.company(), paging.after().orElse(""), paging.fetch()).stream()
                .map(known -> new Row(
                        known.position(),
                        view(known, checklists.find(id, known.rep().rep()), agreed)))
                .toList();
        var page = paging.page(rows, Row::position);
        return new Page<>(page.items().stream().map(Row::view).toList(), page.next());
    }

    @PostMapping("/onboarding-ticks")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    ReadinessView tick(CompanyCaller caller, @PathVariable PartnershipId id, IdempotencyKey key, Body<NewTick> body) {
        requireParty(caller, id);
        var tick = body.read();
        var agreed = readiness.agreed(id);
        if (agreed.stream().noneMatch(requirement -> requirement.id().equals(tick.requirement()))) {
            throw Problem.invalid("requirement", "NOT_AGREED", "the terms in force name no such requirement");
        }
        var known = own(caller.company(), tick.rep());
        var checklist = checklists.change(
                id,
                tick.rep(),
                key.cause(body, 200),
                was -> tick.done()
                        ? was.ticked(new Tick(tick.requirement(), tick.reason(), clock.instant()))
                        : was.cleared(tick.requirement()));
        return view(known, checklist, agreed);
    }

    private static ReadinessView view(Known known, Checklist checklist, List<Requirement> agreed) {
        var missing = checklist.missing(agreed);
        return new ReadinessView(known.rep().rep(), missing.isEmpty(), checklist.ticks(), missing);
    }

    private Known own(CompanyId company, RepId rep) {
        return reps.find(company, rep)
                .filter(known -> known.rep().status() == Status.ACTIVE)
                .orElseThrow(() -> Problem.invalid("rep", "NOT_ACTIVE", "is no active rep of your company"));
    }

    private void requireParty(CompanyCaller caller, PartnershipId id) {
        if (agreements.of(caller.company(), id).isEmpty()) {
            throw Problem.notFound();
        }
    }
}
