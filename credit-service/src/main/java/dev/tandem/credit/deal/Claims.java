package dev.tandem.credit.deal;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Reason;
import dev.tandem.credit.crediting.Contribution;
import dev.tandem.credit.crediting.Contribution.Standing;
import dev.tandem.credit.deal.Claim.Review;
import dev.tandem.credit.deal.Claim.Said;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// All that was claimed about one deal, and who may say what about it: each party claims for its
/// own reps, another party confirms or contests, and the claiming one can take its claim back for
/// good.
///
/// @param all in the order in which they were claimed
public record Claims(List<Claim> all) {
    static final int CLAIMS_MAX = 200;
    static final int REVIEWS_MAX = 50;

    public Claims {
        all = List.copyOf(all);
    }

    /// What came of a review.
    public sealed interface Reviewed {
        record Accepted(Claims claims) implements Reviewed {}

        /// @param allowed what may be said about it by this company
        record Refused(Reason because, List<String> allowed) implements Reviewed {}
    }

    public Optional<Claim> find(String id) {
        return all.stream().filter(claim -> claim.id().equals(id)).findFirst();
    }

    boolean full() {
        return all.size() >= CLAIMS_MAX;
    }

    /// @param claim makes the claim of the id that it gets
    Claims with(Function<String, Claim> claim) {
        return new Claims(Stream.concat(all.stream(), Stream.of(claim.apply("c" + (all.size() + 1))))
                .toList());
    }

    Reviewed review(Claim claim, Standing verdict, Said said) {
        var allowed = allowed(claim, said.company());
        if (allowed.contains(verdict)) {
            return new Reviewed.Accepted(replaced(claim.reviewed(new Review(verdict, said))));
        }
        return new Reviewed.Refused(
                refusal(claim, said.company()),
                allowed.stream().map(Standing::name).toList());
    }

    private static List<Standing> allowed(Claim claim, CompanyId by) {
        if (claim.standing() == Standing.WITHDRAWN || claim.reviews().size() >= REVIEWS_MAX) {
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
        return claim.company().equals(by)
                ? new Reason("SELF_APPROVAL", "Another party confirms or contests what a company claims for itself.")
                : new Reason("ALREADY_SO", "The contribution stands so already, or may not be taken back by others.");
    }

    private Claims replaced(Claim claim) {
        return new Claims(all.stream()
                .map(each -> each.id().equals(claim.id()) ? claim : each)
                .toList());
    }

    List<Contribution> contributions() {
        return all.stream().map(Claim::contribution).toList();
    }
}
