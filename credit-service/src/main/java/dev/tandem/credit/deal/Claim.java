package dev.tandem.credit.deal;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.partnership.Act;
import dev.tandem.credit.crediting.Contribution;
import dev.tandem.credit.crediting.Contribution.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// A contribution as it was claimed, with all that was said about it since.
///
/// @param evidence where it can be seen that it was so: a meeting, a mail, an event id
/// @param reviews in order; the last one decides
public record Claim(
        String id,
        CompanyId company,
        RepId rep,
        Act act,
        LocalDate on,
        String evidence,
        Said claimed,
        List<Review> reviews) {

    /// Who said it for a company, when, and why. The person is the opaque id of whoever is
    /// a rep, else the token's subject; empty for what an event said.
    public record Said(CompanyId company, String person, Instant at, Reason because) {}

    /// A verdict by another party, or the withdrawal by the claiming one; or what became of the
    /// activity that is the evidence.
    public record Review(Standing standing, Said said) {}

    public Claim {
        reviews = List.copyOf(reviews);
    }

    public Standing standing() {
        return reviews.isEmpty() ? Standing.CLAIMED : reviews.getLast().standing();
    }

    Claim reviewed(Review review) {
        return reviewed(List.of(review));
    }

    Claim reviewed(List<Review> further) {
        return new Claim(
                id,
                company,
                rep,
                act,
                on,
                evidence,
                claimed,
                Stream.concat(reviews.stream(), further.stream()).toList());
    }

    Contribution contribution() {
        return new Contribution(id, company, rep, act, on, standing());
    }
}
