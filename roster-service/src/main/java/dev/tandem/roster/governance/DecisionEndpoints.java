package dev.tandem.roster.governance;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
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
import dev.tandem.roster.governance.Course.Move;
import dev.tandem.roster.governance.DecisionView.Viewer;
import dev.tandem.roster.governance.JointDecision.DecisionAnswer;
import dev.tandem.roster.governance.JointDecision.Outcome;
import dev.tandem.roster.governance.JointDecision.Terms;
import dev.tandem.roster.partnership.Agreements;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Joint decisions over HTTP: propose, say yes or no, take back, read the record.
@RestController
@RequestMapping("/roster/partnerships/{id}/decisions")
class DecisionEndpoints {
    /// So that nobody is taken by surprise, by a default least of all.
    private static final Duration NOTICE_MIN = Duration.ofDays(2);

    private static final Duration NOTICE_MAX = Duration.ofDays(366);

    private final JointDecisions decisions;
    private final Agreements agreements;
    private final Clock clock;

    DecisionEndpoints(JointDecisions decisions, Agreements agreements, Clock clock) {
        this.decisions = decisions;
        this.agreements = agreements;
        this.clock = clock;
    }

    /// @param deadline two days ahead at least
    /// @param escalationDays how long those have to whom it goes then
    /// @param byDefault what holds when a party has not spoken by then
    record NewDecision(
            @Schema(example = "Trade fair in May") @NotBlank @Size(max = 200)
            String subject,

            @Schema(example = "We share a stand, and its costs by halves.") @NotBlank @Size(max = 4_000)
            String proposal,

            @Schema(example = "2026-04-01T12:00:00Z") Instant deadline,
            @Schema(example = "5") @Min(1) @Max(30) int escalationDays,
            @Schema(example = "REJECTED") Outcome byDefault,
            Reason reason) {}

    /// Why it is said.
    record Why(Reason reason) {}

    @PostMapping
    @Allowed(Role.ALLIANCE_MANAGER)
    ResponseEntity<DecisionView> propose(
            CompanyCaller caller, @PathVariable PartnershipId id, IdempotencyKey key, Body<NewDecision> body) {
        var parties = agreements.governed(caller.company(), id).parties();
        var news = body.read();
        var said = said(caller, news.reason());
        var document = key.documentId();
        var now = decisions.change(
                id,
                document,
                key.cause(body, 201),
                current -> current.isPresent()
                        ? Change.none()
                        : Change.to(new JointDecision(
                                document, id, terms(news, said.at()), said, parties, List.of(), null)));
        var place = URI.create("/roster/partnerships/%s/decisions/%s".formatted(id, now.id()));
        return ResponseEntity.created(place).body(DecisionView.of(now, viewer(caller, id)));
    }

    private static Terms terms(NewDecision news, Instant now) {
        if (news.deadline().isBefore(now.plus(NOTICE_MIN)) || news.deadline().isAfter(now.plus(NOTICE_MAX))) {
            throw Problem.invalid("deadline", "RANGE", "must be 2 to 366 days ahead");
        }
        var lastDay = news.deadline().plus(Duration.ofDays(news.escalationDays()));
        return new Terms(news.subject(), news.proposal(), news.deadline(), lastDay, news.byDefault());
    }

    /// While no agreement is in force, those alone that the caller's company proposed.
    @GetMapping
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    Page<DecisionView> list(CompanyCaller caller, @PathVariable PartnershipId id, Paging paging) {
        var viewer = viewer(caller, id);
        var page = paging.page(decisions.page(id, paging.after().orElse(""), paging.fetch()), JointDecision::id);
        return new Page<>(
                page.items().stream()
                        .filter(found -> viewer.sees(found.proposed()))
                        .map(found -> DecisionView.of(found, viewer))
                        .toList(),
                page.next());
    }

    @GetMapping("/{decision}")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    DecisionView read(CompanyCaller caller, @PathVariable PartnershipId id, @PathVariable String decision) {
        var viewer = viewer(caller, id);
        return decisions
                .find(id, decision)
                .filter(found -> viewer.sees(found.proposed()))
                .map(found -> DecisionView.of(found, viewer))
                .orElseThrow(Problem::notFound);
    }

    @PostMapping("/{decision}/approval")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    DecisionView approve(
            CompanyCaller caller,
            @PathVariable PartnershipId id,
            @PathVariable String decision,
            IdempotencyKey key,
            Body<Why> body) {
        var asked = new Asked(caller, id, decision, Move.APPROVAL);
        return moved(asked, key, body, (was, said) -> was.with(new DecisionAnswer(Outcome.APPROVED, said)));
    }

    @PostMapping("/{decision}/rejection")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    DecisionView reject(
            CompanyCaller caller,
            @PathVariable PartnershipId id,
            @PathVariable String decision,
            IdempotencyKey key,
            Body<Why> body) {
        var asked = new Asked(caller, id, decision, Move.REJECTION);
        return moved(asked, key, body, (was, said) -> was.with(new DecisionAnswer(Outcome.REJECTED, said)));
    }

    @PostMapping("/{decision}/withdrawal")
    @Allowed(Role.ALLIANCE_MANAGER)
    DecisionView withdraw(
            CompanyCaller caller,
            @PathVariable PartnershipId id,
            @PathVariable String decision,
            IdempotencyKey key,
            Body<Why> body) {
        var asked = new Asked(caller, id, decision, Move.WITHDRAWAL);
        return moved(asked, key, body, JointDecision::withdrawn);
    }

    /// What is asked of which decision by whom.
    private record Asked(CompanyCaller caller, PartnershipId partnership, String decision, Move move) {}

    private DecisionView moved(
            Asked asked, IdempotencyKey key, Body<Why> body, BiFunction<JointDecision, Said, JointDecision> step) {
        var caller = asked.caller();
        var _ = read(caller, asked.partnership(), asked.decision());
        agreements.governed(caller.company(), asked.partnership());
        var said = said(caller, body.read().reason());
        var now = decisions.change(asked.partnership(), asked.decision(), key.cause(body, 200), current -> {
            var was = current.map(Versioned::state).orElseThrow(Problem::notFound);
            new Course(was, said.at()).require(asked.move(), caller.company());
            return Change.to(step.apply(was, said));
        });
        return DecisionView.of(now, viewer(caller, asked.partnership()));
    }

    private Said said(CompanyCaller caller, Reason reason) {
        return new Said(caller.company(), reason, clock.instant());
    }

    private Viewer viewer(CompanyCaller caller, PartnershipId id) {
        var partnership = agreements.of(caller.company(), id).orElseThrow(Problem::notFound);
        return new Viewer(caller.company(), partnership.inForce().isPresent(), clock.instant());
    }
}
