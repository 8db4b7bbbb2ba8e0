package dev.tandem.credit.parity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.credit.plan.Exact;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Whether both companies' people are paid for selling together: aggregates only, the same for both.
///
/// @param deals how many deals were credited in the time compared
/// @param aligned the part of their value, to four decimals, on which the people of both companies are paid more
/// because of the deal; null where they are worth nothing
/// @param losing the part of their value on which the owner's people would be paid more had they not shared it
/// @param losingDeals how many deals these are
/// @param contributors null where fewer than five people contributed
record IncentiveReport(
        int deals,
        @Nullable String aligned,
        @Nullable String losing,
        int losingDeals,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Contributors contributors) {
    private static final int DECIMALS = 4;

    /// Of both companies.
    ///
    /// @param people who contributed, as another party confirmed
    /// @param withoutCredit those of them who have no credit of a deal to which they contributed
    record Contributors(int people, int withoutCredit) {}

    /// @param value of a deal, in one currency for all
    static IncentiveReport of(
            List<SharedDeal> deals,
            List<Marginal> sides,
            Function<SharedDeal, Exact> value,
            @Nullable Contributors contributors) {
        Predicate<SharedDeal> aligned = deal -> sides.stream().allMatch(side -> side.pays(deal));
        Predicate<SharedDeal> losing = deal -> sides.stream().anyMatch(side -> side.losesBySharing(deal));
        return new IncentiveReport(
                deals.size(),
                part(deals, aligned, value),
                part(deals, losing, value),
                (int) deals.stream().filter(losing).count(),
                contributors);
    }

    static @Nullable String part(
            List<SharedDeal> deals, Predicate<SharedDeal> which, Function<SharedDeal, Exact> value) {
        var all = deals.stream().map(value).reduce(Exact.ZERO, Exact::plus);
        if (all.isZero()) {
            return null;
        }
        var part = deals.stream()
                .filter(which)
                .map(value)
                .reduce(Exact.ZERO, Exact::plus)
                .dividedBy(all);
        return new BigDecimal(part.numerator())
                .divide(new BigDecimal(part.denominator()), DECIMALS, RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
