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
import dev.tandem.kit.store.Outcome;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/// Claiming contributions to a deal and saying what one thinks of those of others. The deal is
/// credited again before the answer; should the process die in between, by the event that the
/// change raised.
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
        /// @param version of what was said here
        /// @param status as the first answer to the command had
        record Done(List<Claim> claims, long version, int status) implements Result {}

        record Refused(Reviewed.Refused because) implements Result {}

        /// No more can be claimed about this deal.
        record Full(int claimsMax) implements Result {}
    }

    public Optional<DealChanged> deal(Place place) {
        return deals.find(place.partnership(), place.deal()).map(Latest::state);
    }

    /// What was claimed here first, in that order; then what activities show.
    public List<Claim> of(Place place) {
        return deal(place)
                .map(deal -> contributions.of(place.partnership(), deal))
                .orElse(List.of());
    }

    public Optional<Claim> find(Place place, String id) {
        return of(place).stream().filter(claim -> claim.id().equals(id)).findFirst();
    }

    /// Those of the deals that have a contribution of this standing.
    public List<DealId> with(Standing standing, PartnershipId partnership, Collection<DealId> among) {
        var claimed = contributions.claimedHere(partnership);
        var active = contributions.activeAccounts(partnership);
        return among.stream()
                .map(deal -> new Place(partnership, deal))
                .filter(place -> claimed.contains(place.deal())
                        || deal(place)
                                .filter(deal -> active.contains(deal.jointAccount()))
                                .isPresent())
                .filter(place -> of(place).stream().anyMatch(claim -> claim.standing() == standing))
                .map(Place::deal)
                .toList();
    }

    public boolean employs(CompanyId company, RepId rep) {
        return reps.find(company, rep).isPresent();
    }

    /// @param claim makes the claim of the id that it gets
    public Result claim(Place place, Cause.Command cause, Function<String, Claim> claim) {
        var outcome = contributions.change(
                place.partnership(),
                place.deal(),
                cause,
                before -> before.full() ? Optional.empty() : Optional.of(before.with(claim)));
        return outcome instanceof Outcome.Unchanged<Claims>
                ? new Result.Full(Claims.CLAIMS_MAX)
                : credited(place, cause, outcome);
    }

    /// @param id of a contribution that there is
    public Result review(Place place, Cause.Command cause, String id, Standing verdict, Said said) {
        var deal = deal(place).orElseThrow();
        var outcome = contributions.change(
                place.partnership(),
                place.deal(),
                cause,
                before -> reviewed(deal, before, id, verdict, said) instanceof Reviewed.Accepted accepted
                        ? Optional.of(accepted.claims())
                        : Optional.empty());
        if (outcome instanceof Outcome.Unchanged<Claims>) {
            var now = contributions.said(place.partnership(), place.deal());
            return reviewed(deal, now, id, verdict, said) instanceof Reviewed.Refused refused
                    ? new Result.Refused(refused)
                    : review(place, cause, id, verdict, said);
        }
        return credited(place, cause, outcome);
    }

    private Reviewed reviewed(DealChanged deal, Claims before, String id, Standing verdict, Said said) {
        var claim = contributions.of(deal.partnership(), deal, before).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        return before.review(claim, verdict, said);
    }

    private Result credited(Place place, Cause.Command cause, Outcome<Claims> outcome) {
        crediting.contributionsChanged(place.partnership(), place.deal(), "command-" + cause.keyHash());
        var status = outcome instanceof Outcome.Repeated<Claims> repeated ? repeated.status() : cause.status();
        return new Result.Done(of(place), Objects.requireNonNull(outcome.now()).version(), status);
    }
}
