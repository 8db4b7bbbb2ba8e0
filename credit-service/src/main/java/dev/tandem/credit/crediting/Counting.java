package dev.tandem.credit.crediting;

import dev.tandem.contracts.Reason;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.partnership.Eligibility;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether a contribution counts towards a deal.
final class Counting {
    private Counting() {}

    /// The first rule that leaves it out; empty when it counts.
    static Optional<Reason> whyNot(Contribution claimed, DealChanged deal, @Nullable Eligibility eligibility) {
        return switch (claimed.standing()) {
            case CLAIMED -> not("NOT_CONFIRMED", claimed, "no other party has confirmed it yet");
            case CONTESTED -> not("CONTESTED", claimed, "another party contests it");
            case WITHDRAWN -> not("WITHDRAWN", claimed, "its company took it back");
            case BELOW_QUALITY -> not("BELOW_QUALITY", claimed, "its activity has not the agreed quality");
            case CONFIRMED -> outsideOf(claimed, deal, eligibility);
        };
    }

    private static Optional<Reason> outsideOf(
            Contribution claimed, DealChanged deal, @Nullable Eligibility eligibility) {
        if (claimed.on().isAfter(deal.effectiveDate())) {
            return not("AFTER_THE_DEAL", claimed, "the deal was of " + deal.effectiveDate());
        }
        if (eligibility == null) {
            return Optional.empty();
        }
        if (!eligibility.counts(claimed.act())) {
            return not("ACT_DOES_NOT_COUNT", claimed, "the rule counts only " + eligibility.acts());
        }
        var days = eligibility.daysBefore();
        return days != null && claimed.on().isBefore(deal.effectiveDate().minusDays(days))
                ? not("TOO_OLD", claimed, "the rule counts " + days + " days back from " + deal.effectiveDate())
                : Optional.empty();
    }

    private static Optional<Reason> not(String code, Contribution claimed, String because) {
        var ground = new Ground(claimed.act().role(), claimed.on(), claimed.id());
        return Optional.of(new Reason(code, "The contribution " + ground + " does not count: " + because + "."));
    }
}
