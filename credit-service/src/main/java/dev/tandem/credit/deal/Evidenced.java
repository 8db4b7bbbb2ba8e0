package dev.tandem.credit.deal;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.activity.ActivityChanged;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.credit.crediting.Contribution.Standing;
import dev.tandem.credit.deal.Claim.Review;
import dev.tandem.credit.deal.Claim.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What a joint activity claims for a deal: pure, so that it comes out the same whichever of the
/// two arrived first.
final class Evidenced {
    private Evidenced() {}

    /// Whether an activity can be one towards this deal.
    static boolean towards(ActivityChanged activity, DealChanged deal) {
        return activity.partnership().equals(deal.partnership())
                && activity.jointAccount().equals(deal.jointAccount())
                && (activity.deal() == null || activity.deal().equals(deal.deal()));
    }

    /// One per participant and act, with what was said about it here.
    static Stream<Claim> of(ActivityChanged activity, Claims said) {
        return activity.contributions().stream().map(each -> claim(activity, each, said));
    }

    private static Claim claim(ActivityChanged activity, ActivityChanged.Contribution given, Claims said) {
        var id = activity.activity() + "." + given.rep() + "." + given.act();
        var reviews = new ArrayList<>(confirmations(activity, given.company()));
        reviews.addAll(said.about(id));
        var claimed = new Said(given.company(), "", activity.recordedAt(), given.because());
        if (!given.qualityPassed()) {
            reviews.add(new Review(Standing.BELOW_QUALITY, claimed));
        }
        if (given.retracted()) {
            reviews.add(new Review(Standing.WITHDRAWN, claimed));
        }
        return new Claim(
                id,
                given.company(),
                given.rep(),
                given.act(),
                activity.on(),
                "activity " + activity.activity(),
                claimed,
                reviews);
    }

    /// Only another party's counts: no side confirms what it claims for itself.
    private static List<Review> confirmations(ActivityChanged activity, CompanyId claiming) {
        var because = new Reason("ACTIVITY_CONFIRMED", "Said that the activity took place as recorded.");
        return activity.confirmedBy().stream()
                .filter(company -> !company.equals(claiming))
                .map(company -> new Review(Standing.CONFIRMED, new Said(company, "", activity.recordedAt(), because)))
                .toList();
    }
}
