package dev.tandem.credit.contribution;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.partnership.Act;
import dev.tandem.credit.crediting.Contribution.Standing;
import dev.tandem.credit.deal.Claim;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// A contribution as all parties see it. Who spoke for the other company is not shown.
///
/// @param standing by the last that was said about it; it counts only when confirmed
record ContributionView(
        String id,
        CompanyId company,
        RepId rep,
        Act act,
        LocalDate on,
        String evidence,
        Standing standing,
        Instant claimedAt,
        Reason because,
        List<Review> reviews) {

    record Review(Standing standing, CompanyId company, Instant at, Reason because) {}

    /// All of one deal, in the order in which they were claimed.
    record All(List<ContributionView> contributions) {
        static All of(List<Claim> claims) {
            return new All(claims.stream().map(ContributionView::of).toList());
        }
    }

    static ContributionView of(Claim claim) {
        return new ContributionView(
                claim.id(),
                claim.company(),
                claim.rep(),
                claim.act(),
                claim.on(),
                claim.evidence(),
                claim.standing(),
                claim.claimed().at(),
                claim.claimed().because(),
                claim.reviews().stream().map(ContributionView::review).toList());
    }

    private static Review review(Claim.Review review) {
        var said = review.said();
        return new Review(review.standing(), said.company(), said.at(), said.because());
    }
}
