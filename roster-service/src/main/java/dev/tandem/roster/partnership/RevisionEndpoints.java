package dev.tandem.roster.partnership;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.CreditingPolicy;
import dev.tandem.contracts.partnership.ExpensePolicy;
import dev.tandem.contracts.partnership.JointGoals;
import dev.tandem.contracts.partnership.SharingPolicy;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Versioned;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Etag;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.IfMatch;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import dev.tandem.roster.partnership.Moves.Target;
import dev.tandem.roster.partnership.Revisions.Policies;
import dev.tandem.roster.terms.Terms;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The agreement over HTTP: propose a revision, sign it, refuse it. Every ETag is the partnership's.
@RestController
@RequestMapping("/roster/partnerships/{id}/revisions")
class RevisionEndpoints {
    private final Moves moves;
    private final Clock clock;

    RevisionEndpoints(Moves moves, Clock clock) {
        this.moves = moves;
        this.clock = clock;
    }

    /// A revision to be signed, and why.
    ///
    /// @param terms without them, the revision agrees on policies alone
    /// @param expenses without it no expenses are shared; `goals` without them none are set
    record NewRevision(
            Reason reason,
            SharingPolicy sharing,
            CreditingPolicy crediting,
            @Valid @Nullable Terms terms,
            @Nullable ExpensePolicy expenses,
            @Nullable JointGoals goals) {
        Policies policies() {
            return new Policies(sharing, crediting, terms, expenses, goals);
        }

        boolean is(Partnership partnership, Agreement revision) {
            return Optional.ofNullable(terms).equals(partnership.papers().termsOf(revision.number()))
                    && sharing.equals(revision.sharing())
                    && crediting.equals(revision.crediting())
                    && Objects.equals(policies().agreedExpenses(), revision.expenses())
                    && Objects.equals(goals, revision.goals())
                    && reason.equals(revision.reason());
        }
    }

    @PostMapping
    @Allowed(Role.ALLIANCE_MANAGER)
    ResponseEntity<RevisionView> propose(
            CompanyCaller caller,
            @PathVariable PartnershipId id,
            IdempotencyKey key,
            IfMatch expected,
            Body<NewRevision> body) {
        var outcome = moves.move(
                new Target(caller, id, expected),
                () -> key.cause(body, 201),
                was -> new Signing(was)
                        .propose(act(caller, body.read().reason()), body.read().policies()));
        var now = Moves.now(outcome);
        var proposed = proposed(now.state(), caller, body.read());
        var location = URI.create("/roster/partnerships/" + id + "/revisions/" + proposed.number());
        return Etag.created(location, RevisionView.of(now.state(), proposed, caller.company()), now.version());
    }

    /// The newest that says what the body says: the one just made, or for a repeated command the one made then.
    private static Agreement proposed(Partnership partnership, CompanyCaller caller, NewRevision body) {
        return partnership.revisions().reversed().stream()
                .filter(revision -> revision.proposedBy().equals(caller.company()) && body.is(partnership, revision))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    @GetMapping("/{number}")
    @Allowed({Role.ALLIANCE_MANAGER, Role.FINANCE, Role.ADMIN})
    ResponseEntity<RevisionView> read(CompanyCaller caller, @PathVariable PartnershipId id, @PathVariable int number) {
        return ok(moves.found(caller, id), caller, number);
    }

    @PostMapping("/{number}/signature")
    @Allowed(Role.ALLIANCE_MANAGER)
    ResponseEntity<RevisionView> sign(
            CompanyCaller caller,
            @PathVariable PartnershipId id,
            @PathVariable int number,
            IdempotencyKey key,
            IfMatch expected) {
        requireFound(caller, id, number);
        var signature = new Agreement.Signature(caller.company(), caller.person(), clock.instant());
        var outcome = moves.move(
                new Target(caller, id, expected),
                () -> key.cause(200),
                was -> new Signing(was).sign(number, signature));
        return ok(outcome, caller, number);
    }

    @PostMapping("/{number}/refusal")
    @Allowed(Role.ALLIANCE_MANAGER)
    ResponseEntity<RevisionView> refuse(
            CompanyCaller caller,
            @PathVariable PartnershipId id,
            @PathVariable int number,
            IdempotencyKey key,
            IfMatch expected,
            Body<Why> body) {
        requireFound(caller, id, number);
        var outcome = moves.move(
                new Target(caller, id, expected),
                () -> key.cause(body, 200),
                was -> new Signing(was).refuse(number, act(caller, body.read().reason())));
        return ok(outcome, caller, number);
    }

    /// Before the version is looked at: what is not there has none.
    private void requireFound(CompanyCaller caller, PartnershipId id, int number) {
        if (moves.found(caller, id).state().agreement().find(number).isEmpty()) {
            throw Problem.notFound();
        }
    }

    private Act act(CompanyCaller caller, Reason reason) {
        return new Act(caller.company(), reason, clock.instant());
    }

    private static ResponseEntity<RevisionView> ok(Outcome<Partnership> outcome, CompanyCaller caller, int number) {
        return ok(Moves.now(outcome), caller, number);
    }

    private static ResponseEntity<RevisionView> ok(Versioned<Partnership> now, CompanyCaller caller, int number) {
        var revision = now.state().agreement().find(number).orElseThrow(Problem::notFound);
        return Etag.ok(RevisionView.of(now.state(), revision, caller.company()), now.version());
    }
}
