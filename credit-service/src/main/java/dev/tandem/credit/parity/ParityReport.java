package dev.tandem.credit.parity;

import dev.tandem.contracts.Money;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.partnership.JointGoals.Band;
import dev.tandem.credit.parity.Replay.Pay;
import dev.tandem.credit.plan.Exact;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/// What two plans pay for the same credit at an equal share of goal, in one currency.
///
/// @param one what the one plan pays to everybody of both sides, `other` what the other does
/// @param ratio of one to other, to four decimals; null where the other pays nothing
/// @param within whether the ratio, unrounded, is in the agreed band
/// @param gap one less other, to the minor unit the sum of its parts
record ParityReport(Money one, Money other, @Nullable String ratio, Band band, boolean within, Money gap, Parts parts) {
    private static final int RATIO_DECIMALS = 4;

    /// Of what the gap consists, found by switching one thing on after the other.
    ///
    /// @param rate the first rates alone
    /// @param tier tiers and accelerators
    /// @param cap caps
    /// @param currency own rates in the place of the joint ones
    record Parts(Money rate, Money tier, Money cap, Money currency) {}

    static ParityReport of(Pay one, Pay other, Currency currency, Band band) {
        var gaps = new Gaps(one, other, currency);
        var parts = new Parts(
                gaps.base(),
                gaps.tiered().minus(gaps.base()),
                gaps.capped().minus(gaps.tiered()),
                gaps.full().minus(gaps.capped()));
        return new ParityReport(
                one.full().rounded(currency),
                other.full().rounded(currency),
                ratio(one.full(), other.full()),
                band,
                within(one.full(), other.full(), band),
                gaps.full(),
                parts);
    }

    private record Gaps(Pay one, Pay other, Currency currency) {
        Money base() {
            return one.base().rounded(currency).minus(other.base().rounded(currency));
        }

        Money tiered() {
            return one.tiered().rounded(currency).minus(other.tiered().rounded(currency));
        }

        Money capped() {
            return one.capped().rounded(currency).minus(other.capped().rounded(currency));
        }

        Money full() {
            return one.full().rounded(currency).minus(other.full().rounded(currency));
        }
    }

    private static @Nullable String ratio(Exact one, Exact other) {
        if (other.isZero()) {
            return null;
        }
        var ratio = one.dividedBy(other);
        return new BigDecimal(ratio.numerator())
                .divide(new BigDecimal(ratio.denominator()), RATIO_DECIMALS, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static boolean within(Exact one, Exact other, Band band) {
        if (other.isZero()) {
            return false;
        }
        var ratio = one.dividedBy(other);
        return ratio.numerator().signum() >= 0 && band.contains(new Share(ratio.numerator(), ratio.denominator()));
    }
}
