package dev.tandem.credit.deal;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.credit.crediting.Contribution.Standing;
import dev.tandem.credit.deal.Claim.Said;
import dev.tandem.credit.deal.Claims.Reviewed;
import dev.tandem.kit.copy.LocalCopy.Latest;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Versioned;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/// Claiming contributions to a deal and saying what one thinks of those of others. The deal is
/// credited again before the answer; a repetition of the same command credits it too, should the
/// first have died in between.
@Service
public class Contributing {
    private final Contributions contributions;
    private final Deals deals;
    private final Reps reps;
    private final CreditingDeals crediting;

    Contributing(Contributions contributions, Deals deals, Reps reps, CreditingDeals crediting) {
        this.contributions = contributions;
        this.deals = deals;
        this.reps = reps;
        this.crediting = crediting;
    }

    /// Which deal of which partnership.
    public record Place(PartnershipId partnership, DealId deal) {}

    /// What a change came to.
    public sealed interface Result {
        /// @param status as the first answer to the command had
        record Done(Versioned<Claims> claims, int status) implements Result {}

        record Refused(Reviewed.Refused because) implements Result {}

        /// No more can be claimed about this deal.
        record Full(int claimsMax) implements Result {}
    }

    public Optional<DealChanged> deal(Place place) {
        return deals.find(place.partnership(), place.deal()).map(Latest::state);
    }

    public Claims of(Place place) {
        return contributions.of(place.partnership(), place.deal());
    }

    /// The deals with a contribution that no other party has said anything about.
    public List<DealId> unanswered(PartnershipId partnership) {
        return contributions.all(partnership).entrySet().stream()
                .filter(deal -> deal.getValue().all().stream().anyMatch(claim -> claim.standing() == Standing.CLAIMED))
                .map(Map.Entry::getKey)
                .toList();
    }

    public boolean employs(CompanyId company, RepId rep) {
        return reps.find(company, rep).isPresent();
    }

    /// @param claim makes the claim of the id that it gets
    public Result claim(Place place, Cause.Command cause, Function<String, Claim> claim) {
        var outcome = contributions.change(place.partnership(), place.deal(), cause, found -> {
            var before = found.map(Versioned::state).orElse(new Claims(List.of()));
            return before.full() ? Change.none() : Change.to(before.with(claim));
        });
        return outcome instanceof Outcome.Unchanged<Claims>
                ? new Result.Full(Claims.CLAIMS_MAX)
                : credited(place, cause, outcome);
    }

    /// @param id of a claim that there is
    public Result review(Place place, Cause.Command cause, String id, Standing verdict, Said said) {
        var outcome = contributions.change(place.partnership(), place.deal(), cause, found -> {
            var before = found.map(Versioned::state).orElseThrow();
            return before.review(before.find(id).orElseThrow(), verdict, said) instanceof Reviewed.Accepted accepted
                    ? Change.to(accepted.claims())
                    : Change.none();
        });
        if (outcome instanceof Outcome.Unchanged<Claims>(var now)) {
            var claims = Objects.requireNonNull(now).state();
            return claims.review(claims.find(id).orElseThrow(), verdict, said) instanceof Reviewed.Refused refused
                    ? new Result.Refused(refused)
                    : review(place, cause, id, verdict, said);
        }
        return credited(place, cause, outcome);
    }

    private Result credited(Place place, Cause.Command cause, Outcome<Claims> outcome) {
        crediting.contributionsChanged(place.partnership(), place.deal(), "command-" + cause.keyHash());
        var status = outcome instanceof Outcome.Repeated<Claims> repeated ? repeated.status() : cause.status();
        return new Result.Done(Objects.requireNonNull(outcome.now()), status);
    }
}
