package dev.tandem.credit.deal;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Reason;
import dev.tandem.credit.crediting.Contribution.Standing;
import dev.tandem.credit.deal.Claim.Review;
import dev.tandem.credit.deal.Claim.Said;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What was said here about the contributions to one deal, and who may say what: each party claims
/// for its own reps, another party confirms or contests, and the claiming one can take its claim
/// back for good.
///
/// @param all what was claimed here, in that order
/// @param verdicts about contributions that come from elsewhere, in order; null for none
public record Claims(List<Claim> all, @Nullable List<Verdict> verdicts) {
    static final int CLAIMS_MAX = 200;
    static final int REVIEWS_MAX = 50;
    static final int VERDICTS_MAX = 2_000;
    static final Claims NONE = new Claims(List.of(), null);

    /// @param contribution the id of what it is about
    public record Verdict(String contribution, Review review) {}

    public Claims {
        all = List.copyOf(all);
        verdicts = verdicts == null ? null : List.copyOf(verdicts);
    }

    /// What came of a review.
    public sealed interface Reviewed {
        record Accepted(Claims claims) implements Reviewed {}

        /// @param allowed what may be said about it by this company
        record Refused(Reason because, List<String> allowed) implements Reviewed {}
    }

    boolean full() {
        return all.size() >= CLAIMS_MAX;
    }

    /// @param claim makes the claim of the id that it gets
    Claims with(Function<String, Claim> claim) {
        var next = Stream.concat(all.stream(), Stream.of(claim.apply("c" + (all.size() + 1))));
        return new Claims(next.toList(), verdicts);
    }

    /// What was said here about something that comes from elsewhere, in order.
    List<Review> about(String contribution) {
        return said().filter(verdict -> verdict.contribution().equals(contribution))
                .map(Verdict::review)
                .toList();
    }

    private Stream<Verdict> said() {
        return Objects.requireNonNullElse(verdicts, List.<Verdict>of()).stream();
    }

    /// @param claim as it stands now, with all that was said about it
    Reviewed review(Claim claim, Standing verdict, Said said) {
        var allowed = said().count() < VERDICTS_MAX ? allowed(claim, said.company()) : List.<Standing>of();
        if (allowed.contains(verdict)) {
            return new Reviewed.Accepted(with(claim, new Review(verdict, said)));
        }
        return new Reviewed.Refused(
                refusal(claim, said.company()),
                allowed.stream().map(Standing::name).toList());
    }

    private static boolean over(Claim claim) {
        return claim.standing() == Standing.WITHDRAWN || claim.standing() == Standing.BELOW_QUALITY;
    }

    private static List<Standing> allowed(Claim claim, CompanyId by) {
        if (over(claim) || claim.reviews().size() >= REVIEWS_MAX) {
            return List.of();
        }
        return claim.company().equals(by)
                ? List.of(Standing.WITHDRAWN)
                : Stream.of(Standing.CONFIRMED, Standing.CONTESTED)
                        .filter(verdict -> verdict != claim.standing())
                        .toList();
    }

    private static Reason refusal(Claim claim, CompanyId by) {
        if (claim.standing() == Standing.WITHDRAWN) {
            return new Reason("WITHDRAWN", "The contribution was taken back by the company that claimed it.");
        }
        if (claim.standing() == Standing.BELOW_QUALITY) {
            return new Reason("BELOW_QUALITY", "The activity that is its evidence has not the agreed quality.");
        }
        return claim.company().equals(by)
                ? new Reason("SELF_APPROVAL", "Another party confirms or contests what a company claims for itself.")
                : new Reason("ALREADY_SO", "The contribution stands so already, or may not be taken back by others.");
    }

    private Claims with(Claim claim, Review review) {
        var claimedHere = all.stream().anyMatch(each -> each.id().equals(claim.id()));
        return claimedHere
                ? new Claims(
                        all.stream()
                                .map(each -> each.id().equals(claim.id()) ? each.reviewed(review) : each)
                                .toList(),
                        verdicts)
                : new Claims(
                        all,
                        Stream.concat(said(), Stream.of(new Verdict(claim.id(), review)))
                                .toList());
    }
}
