package dev.tandem.credit.contribution;

import dev.tandem.contracts.DealId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Violation;
import dev.tandem.contracts.partnership.Act;
import dev.tandem.credit.crediting.Contribution.Standing;
import dev.tandem.credit.deal.Claim;
import dev.tandem.credit.deal.Claim.Said;
import dev.tandem.credit.deal.Contributing;
import dev.tandem.credit.deal.Contributing.Place;
import dev.tandem.credit.deal.Contributing.Result;
import dev.tandem.credit.deal.Parties;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Etag;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The contributions to a deal: each party claims for its own reps; another confirms or contests,
/// with a reason; the claiming one can take back.
@RestController
@RequestMapping("/credit/partnerships/{partnership}/deals/{deal}/contributions")
class ContributionEndpoints {
    private final Parties parties;
    private final Contributing contributing;
    private final Clock clock;

    ContributionEndpoints(Parties parties, Contributing contributing, Clock clock) {
        this.parties = parties;
        this.contributing = contributing;
        this.clock = clock;
    }

    /// @param on the day of the act, not in the future
    record NewContribution(
            RepId rep,
            Act act,
            LocalDate on,
            @Size(min = 1, max = 500) String evidence,
            Reason reason) {}

    record Verdict(Reason reason) {}

    @GetMapping
    @Allowed({Role.ALLIANCE_MANAGER, Role.FINANCE})
    ContributionView.All contributions(
            CompanyCaller caller, @PathVariable PartnershipId partnership, @PathVariable DealId deal) {
        return ContributionView.All.of(contributing.of(place(caller, partnership, deal)));
    }

    @PostMapping
    @Allowed(Role.ALLIANCE_MANAGER)
    ResponseEntity<ContributionView.All> claim(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @PathVariable DealId deal,
            IdempotencyKey key,
            Body<NewContribution> body) {
        var place = place(caller, partnership, deal);
        var cause = key.cause(body, 201);
        var claimed = body.read();
        check(caller, claimed);
        var said = said(caller, claimed.reason());
        var result = contributing.claim(place, cause, id -> claim(id, caller, claimed, said));
        var path = "/credit/partnerships/%s/deals/%s/contributions".formatted(partnership, deal);
        var done = done(result);
        return Etag.created(URI.create(path), ContributionView.All.of(done.claims()), done.version());
    }

    private void check(CompanyCaller caller, NewContribution claimed) {
        if (!contributing.employs(caller.company(), claimed.rep())) {
            throw Problem.invalid("rep", "NOT_YOUR_REP", "must be a rep of your own company");
        }
        if (claimed.on().isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
            throw Problem.invalid("on", "RANGE", "must not be in the future");
        }
    }

    private static Claim claim(String id, CompanyCaller caller, NewContribution claimed, Said said) {
        return new Claim(
                id, caller.company(), claimed.rep(), claimed.act(), claimed.on(), claimed.evidence(), said, List.of());
    }

    @PostMapping("/{contribution}/confirmation")
    @Allowed(Role.ALLIANCE_MANAGER)
    ResponseEntity<ContributionView.All> confirm(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @PathVariable DealId deal,
            @PathVariable String contribution,
            IdempotencyKey key,
            Body<Verdict> body) {
        var place = place(caller, partnership, deal, contribution);
        return review(place, contribution, Standing.CONFIRMED, new Saying(caller, key, body));
    }

    @PostMapping("/{contribution}/contest")
    @Allowed(Role.ALLIANCE_MANAGER)
    ResponseEntity<ContributionView.All> contest(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @PathVariable DealId deal,
            @PathVariable String contribution,
            IdempotencyKey key,
            Body<Verdict> body) {
        var place = place(caller, partnership, deal, contribution);
        return review(place, contribution, Standing.CONTESTED, new Saying(caller, key, body));
    }

    @PostMapping("/{contribution}/withdrawal")
    @Allowed(Role.ALLIANCE_MANAGER)
    ResponseEntity<ContributionView.All> withdraw(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @PathVariable DealId deal,
            @PathVariable String contribution,
            IdempotencyKey key,
            Body<Verdict> body) {
        var place = place(caller, partnership, deal, contribution);
        return review(place, contribution, Standing.WITHDRAWN, new Saying(caller, key, body));
    }

    private record Saying(CompanyCaller caller, IdempotencyKey key, Body<Verdict> body) {}

    private ResponseEntity<ContributionView.All> review(Place place, String id, Standing verdict, Saying saying) {
        var cause = saying.key().cause(saying.body(), 200);
        var said = said(saying.caller(), saying.body().read().reason());
        var done = done(contributing.review(place, cause, id, verdict, said));
        return Etag.ok(ContributionView.All.of(done.claims()), done.version());
    }

    private static Result.Done done(Result result) {
        return switch (result) {
            case Result.Done done -> done;
            case Result.Full(var max) ->
                throw Problem.conflict(
                        new Violation("deal", "FULL", "A deal takes at most " + max + " contributions."), List.of());
            case Result.Refused(var refused) -> throw Problem.conflict(broken(refused.because()), refused.allowed());
        };
    }

    /// It is the company that may not, or the contribution that stands otherwise.
    private static Violation broken(Reason because) {
        var field = because.code().equals("SELF_APPROVAL") ? "company" : "contribution";
        return new Violation(field, because.code(), because.sentence());
    }

    private Said said(CompanyCaller caller, Reason because) {
        var who = parties.who(caller.company(), caller.person());
        return new Said(caller.company(), who, clock.instant(), because);
    }

    private Place place(CompanyCaller caller, PartnershipId partnership, DealId deal) {
        var found = parties.partnership(caller.company(), partnership);
        return found.map(_ -> new Place(partnership, deal))
                .filter(place -> contributing.deal(place).isPresent())
                .orElseThrow(Problem::notFound);
    }

    private Place place(CompanyCaller caller, PartnershipId partnership, DealId deal, String contribution) {
        var place = place(caller, partnership, deal);
        return contributing.find(place, contribution).map(_ -> place).orElseThrow(Problem::notFound);
    }
}
