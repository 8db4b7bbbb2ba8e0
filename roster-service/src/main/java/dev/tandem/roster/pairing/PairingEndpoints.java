package dev.tandem.roster.pairing;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.ProblemException;
import dev.tandem.kit.web.Role;
import dev.tandem.roster.pairing.PairingViews.PlanView;
import dev.tandem.roster.pairing.Plan.Decided;
import dev.tandem.roster.pairing.Plan.Member;
import dev.tandem.roster.pairing.Plan.Paired;
import dev.tandem.roster.pairing.Plan.Said;
import dev.tandem.roster.partnership.Agreements;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The plan of counterparts over HTTP: propose, confirm, override.
@RestController
@RequestMapping("/roster/partnerships/{id}")
class PairingEndpoints {
    private final Plans plans;
    private final Proposing proposing;
    private final Agreements agreements;
    private final Staff staff;
    private final Clock clock;

    PairingEndpoints(Plans plans, Proposing proposing, Agreements agreements, Staff staff, Clock clock) {
        this.plans = plans;
        this.proposing = proposing;
        this.agreements = agreements;
        this.staff = staff;
        this.clock = clock;
    }

    /// Why anew.
    record NewProposal(Reason reason) {}

    /// @param number of the proposal
    record PairingConfirmation(int number) {}

    /// @param own a rep of the caller's, `partner` of the other side's
    /// @param together false to keep them apart
    record NewOverride(RepId own, Member partner, boolean together, Reason reason) {}

    @GetMapping("/pairing-plan")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    PlanView read(CompanyCaller caller, @PathVariable PartnershipId id) {
        var _ = agreements.of(caller.company(), id).orElseThrow(Problem::notFound);
        return PlanView.of(plans.find(id), caller.company());
    }

    /// Takes the place of a proposal that waits.
    @PostMapping("/pairing-proposals")
    @Allowed(Role.ALLIANCE_MANAGER)
    ResponseEntity<PlanView> propose(
            CompanyCaller caller, @PathVariable PartnershipId id, IdempotencyKey key, Body<NewProposal> body) {
        var partnership = agreements.governed(caller.company(), id);
        var said = new Said(caller.company(), body.read().reason(), clock.instant());
        var inForce = partnership.inForce().orElseThrow();
        var plan = plans.change(
                id, key.cause(body, 201), was -> was.proposed(proposing.propose(partnership, inForce, was, said)));
        return ResponseEntity.status(HttpStatus.CREATED).body(PlanView.of(plan, caller.company()));
    }

    @PostMapping("/pairing-confirmations")
    @Allowed(Role.ALLIANCE_MANAGER)
    PlanView confirm(
            CompanyCaller caller, @PathVariable PartnershipId id, IdempotencyKey key, Body<PairingConfirmation> body) {
        var partnership = agreements.governed(caller.company(), id);
        int number = body.read().number();
        var plan = plans.change(id, key.cause(body, 200), was -> {
            if (was.open() == null || was.number() != number) {
                throw notProposed(was);
            }
            return was.confirmed(caller.company(), partnership.parties());
        });
        return PlanView.of(plan, caller.company());
    }

    @PostMapping("/pairing-overrides")
    @Allowed(Role.ALLIANCE_MANAGER)
    PlanView override(
            CompanyCaller caller, @PathVariable PartnershipId id, IdempotencyKey key, Body<NewOverride> body) {
        var _ = agreements.governed(caller.company(), id);
        var decided = body.read();
        var said = new Said(caller.company(), decided.reason(), clock.instant());
        var plan = plans.change(id, key.cause(body, 200), was -> {
            requireKnown(caller, decided, was);
            var own = new Member(caller.company(), decided.own());
            return was.overridden(new Decided(own, decided.partner(), decided.together(), said));
        });
        return PlanView.of(plan, caller.company());
    }

    /// Of the other side only whom the caller has been shown: the same answer for who is not there as for who is not
    /// offered.
    private void requireKnown(CompanyCaller caller, NewOverride decided, Plan plan) {
        if (!staff.isActive(caller.company(), decided.own())) {
            throw Problem.invalid("own", "NOT_ACTIVE", "is no active rep of your company");
        }
        var partner = decided.partner();
        var view = new Staff.View(plan.partnership(), partner.company(), caller.company());
        var offered = staff.people(view, java.util.Set.of()).stream()
                .anyMatch(person -> person.rep().equals(partner.rep()));
        if (partner.company().equals(caller.company()) || !(offered || isIn(plan, partner))) {
            throw Problem.invalid("partner", "NOT_OFFERED", "is nobody that another party offers you");
        }
    }

    private static boolean isIn(Plan plan, Member partner) {
        var open = plan.open() == null ? Stream.<Paired>empty() : plan.open().pairs().stream();
        return Stream.concat(plan.agreed().stream(), open)
                .anyMatch(
                        paired -> paired.one().equals(partner) || paired.other().equals(partner));
    }

    private static ProblemException notProposed(Plan plan) {
        var allowed = plan.open() == null
                ? List.of("pairing-proposals")
                : List.of("pairing-confirmations", "pairing-proposals");
        return Problem.conflict("NOT_PROPOSED_NOW", "Another proposal waits now, or none.", allowed);
    }
}
