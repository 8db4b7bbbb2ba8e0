package dev.tandem.roster.partnership;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.StoreRefusal;
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
import dev.tandem.roster.company.ActiveCompanies;
import dev.tandem.roster.partnership.Moves.Target;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Partnerships over HTTP: invite, accept, reject, cancel. Seen by their parties alone.
@RestController
@RequestMapping("/roster/partnerships")
class PartnershipEndpoints {
    private final Partnerships partnerships;
    private final Moves moves;
    private final ActiveCompanies companies;
    private final Clock clock;

    PartnershipEndpoints(Partnerships partnerships, Moves moves, ActiveCompanies companies, Clock clock) {
        this.partnerships = partnerships;
        this.moves = moves;
        this.companies = companies;
        this.clock = clock;
    }

    @PostMapping
    @Allowed(Role.ALLIANCE_MANAGER)
    ResponseEntity<PartnershipView> invite(CompanyCaller caller, IdempotencyKey key, Body<NewPartnership> body) {
        var id = new PartnershipId(key.documentId());
        var invitation = body.read();
        requireInvitable(caller, invitation);
        var invited = invited(id, caller, invitation);
        try {
            var now = Moves.now(partnerships.invite(id, key.cause(body, 201), invited));
            return Etag.created(URI.create("/roster/partnerships/" + id), view(now, caller), now.version());
        } catch (StoreRefusal.Taken taken) {
            throw Problem.conflict("ALREADY_INVITED", "These companies have an open invitation.", List.of());
        }
    }

    private Partnership invited(PartnershipId id, CompanyCaller caller, NewPartnership invitation) {
        var act = act(caller, invitation.reason());
        return Partnership.invited(id, invitation.name(), invitation.parties(caller.company()), act)
                .with(Course.OPEN.until(invitation.expiresAt(act.at())));
    }

    private void requireInvitable(CompanyCaller caller, NewPartnership invitation) {
        if (!companies.contain(caller.company())) {
            throw Problem.conflict("COMPANY_NOT_ACTIVE", "Your company is not active yet.", List.of());
        }
        var violations = invitation.violations(caller.company(), companies::contain);
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }

    @GetMapping
    @Allowed({Role.ALLIANCE_MANAGER, Role.FINANCE, Role.ADMIN})
    Page<PartnershipView.Line> list(CompanyCaller caller, Paging paging) {
        var rows = partnerships.page(caller.company(), paging.after().orElse(""), paging.fetch()).stream()
                .map(found -> PartnershipView.Line.of(found.state()))
                .toList();
        return paging.page(rows, row -> row.partnership().value());
    }

    @GetMapping("/{id}")
    @Allowed({Role.ALLIANCE_MANAGER, Role.FINANCE, Role.ADMIN})
    ResponseEntity<PartnershipView> read(CompanyCaller caller, @PathVariable PartnershipId id) {
        return ok(moves.found(caller, id), caller);
    }

    @PostMapping("/{id}/acceptance")
    @Allowed(Role.ALLIANCE_MANAGER)
    ResponseEntity<PartnershipView> accept(
            CompanyCaller caller, @PathVariable PartnershipId id, IdempotencyKey key, IfMatch expected) {
        return ok(
                moves.move(new Target(caller, id, expected), () -> key.cause(200), was -> {
                    requireRoom(was.parties());
                    return new Invitation(was).accept(caller.company());
                }),
                caller);
    }

    @PostMapping("/{id}/rejection")
    @Allowed(Role.ALLIANCE_MANAGER)
    ResponseEntity<PartnershipView> reject(
            CompanyCaller caller,
            @PathVariable PartnershipId id,
            IdempotencyKey key,
            IfMatch expected,
            Body<Why> body) {
        return ok(
                moves.move(
                        new Target(caller, id, expected),
                        () -> key.cause(body, 200),
                        was -> new Invitation(was)
                                .reject(act(caller, body.read().reason()))),
                caller);
    }

    @PostMapping("/{id}/cancellation")
    @Allowed(Role.ALLIANCE_MANAGER)
    ResponseEntity<PartnershipView> cancel(
            CompanyCaller caller,
            @PathVariable PartnershipId id,
            IdempotencyKey key,
            IfMatch expected,
            Body<Why> body) {
        return ok(
                moves.move(
                        new Target(caller, id, expected),
                        () -> key.cause(body, 200),
                        was -> new Invitation(was)
                                .cancel(act(caller, body.read().reason()))),
                caller);
    }

    private void requireRoom(List<CompanyId> parties) {
        if (parties.stream().anyMatch(partnerships::isFull)) {
            throw Problem.conflict(
                    "TOO_MANY_PARTNERSHIPS",
                    "A party takes part in " + Partnerships.OF_COMPANY_MAX + " partnerships already: end one first.",
                    List.of());
        }
    }

    private Act act(CompanyCaller caller, Reason reason) {
        return new Act(caller.company(), reason, clock.instant());
    }

    private static ResponseEntity<PartnershipView> ok(Outcome<Partnership> outcome, CompanyCaller caller) {
        return ok(Moves.now(outcome), caller);
    }

    private static ResponseEntity<PartnershipView> ok(Versioned<Partnership> now, CompanyCaller caller) {
        return Etag.ok(view(now, caller), now.version());
    }

    private static PartnershipView view(Versioned<Partnership> now, CompanyCaller caller) {
        return PartnershipView.of(now.state(), caller.company());
    }
}
