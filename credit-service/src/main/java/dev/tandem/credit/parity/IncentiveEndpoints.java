package dev.tandem.credit.parity;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.credit.deal.Parties;
import dev.tandem.credit.plan.Exact;
import dev.tandem.credit.plan.Rate;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Whether a company's own plans pay its people for selling together, deal by deal: for itself alone, by
/// its own plans and rates. What both may know is in what they compare.
@RestController
class IncentiveEndpoints {
    private static final int LISTED_MAX = 100;
    private static final int MONTHS = 12;

    private final Parties parties;
    private final Sides sides;
    private final ContributorsWithoutCredit contributors;
    private final Clock clock;

    IncentiveEndpoints(Parties parties, Sides sides, ContributorsWithoutCredit contributors, Clock clock) {
        this.parties = parties;
        this.sides = sides;
        this.contributors = contributors;
        this.clock = clock;
    }

    /// Of which months, such as `2026-03`; the last twelve, if left out.
    record Months(@Nullable String from, @Nullable String through) {
        YearMonth through(YearMonth now) {
            return through == null ? now : month("through", through);
        }

        /// @throws dev.tandem.kit.web.ProblemException 400 when it is after the last
        YearMonth from(YearMonth last) {
            var first = from == null ? last.minusMonths(MONTHS - 1L) : month("from", from);
            if (last.isBefore(first)) {
                throw Problem.invalid("through", "RANGE", "must not be before from");
            }
            return first;
        }

        private static YearMonth month(String field, String text) {
            try {
                return YearMonth.parse(text);
            } catch (DateTimeException malformed) {
                throw Problem.invalid(field, "MALFORMED", "must be a month such as 2026-01");
            }
        }
    }

    /// @param plans one for each plan of one's own, by its last revision
    /// @param contributorsWithoutCredit own people who contributed to a deal, as another party confirmed,
    /// and have no credit of it, the first hundred
    record Own(YearMonth from, YearMonth through, List<OfPlan> plans, List<RepId> contributorsWithoutCredit) {}

    /// @param deals that are credited and have a rate into the plan's currency
    /// @param withoutRate those that have none, and are left out
    /// @param paying the part of the deals' value, to four decimals, on which own people are paid more
    /// because of the deal; null where there is none
    /// @param notPaying deals on which nobody of one's own is, the first hundred
    /// @param losing own deals on which one's own people would be paid more had they not shared them, the
    /// first hundred; `losingPart` the part of the value
    record OfPlan(
            String plan,
            int deals,
            int withoutRate,
            @Nullable String paying,
            List<DealId> notPaying,
            @Nullable String losingPart,
            List<DealId> losing) {}

    @GetMapping("/credit/partnerships/{partnership}/incentives")
    @Allowed(Role.FINANCE)
    Own own(CompanyCaller caller, @PathVariable PartnershipId partnership, @ParameterObject Months months) {
        var found = parties.partnership(caller.company(), partnership).orElseThrow(Problem::notFound);
        var through = months.through(YearMonth.from(clock.instant().atZone(ZoneOffset.UTC)));
        var from = months.from(through);
        var deals = sides.deals(partnership, from, through);
        var plans = sides.own(partnership, caller.company(), from, through).stream()
                .map(side -> of(side, deals))
                .toList();
        return new Own(from, through, plans, without(found, deals, caller.company()));
    }

    private List<RepId> without(PartnershipChanged partnership, List<SharedDeal> deals, CompanyId company) {
        return contributors.own(partnership.partnership(), deals, company).stream()
                .limit(LISTED_MAX)
                .toList();
    }

    private static OfPlan of(Side side, List<SharedDeal> all) {
        var deals = all.stream()
                .filter(deal -> converted(side, deal.date(), deal.net()).isPresent())
                .toList();
        var marginal = new Marginal(
                side, (date, amount) -> converted(side, date, amount).orElse(Exact.ZERO));
        Predicate<SharedDeal> paying = marginal::pays;
        Function<SharedDeal, Exact> value =
                deal -> converted(side, deal.date(), deal.net()).orElse(Exact.ZERO);
        return new OfPlan(
                side.plan().name(),
                deals.size(),
                all.size() - deals.size(),
                IncentiveReport.part(deals, paying, value),
                ids(deals, paying.negate()),
                IncentiveReport.part(deals, marginal::losesBySharing, value),
                ids(deals, marginal::losesBySharing));
    }

    private static Optional<Exact> converted(Side side, LocalDate date, Money amount) {
        var into = side.plan().currency();
        return amount.currency().equals(into)
                ? Optional.of(Exact.of(amount))
                : side.own()
                        .find(amount.currency(), into, date)
                        .map(Rate::perMinorUnit)
                        .map(rate -> Exact.of(amount).times(rate));
    }

    private static List<DealId> ids(List<SharedDeal> deals, Predicate<SharedDeal> which) {
        return deals.stream()
                .filter(which)
                .map(SharedDeal::deal)
                .limit(LISTED_MAX)
                .toList();
    }
}
