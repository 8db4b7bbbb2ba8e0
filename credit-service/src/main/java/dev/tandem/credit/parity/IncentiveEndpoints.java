package dev.tandem.credit.parity;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.Violation;
import dev.tandem.credit.deal.Parties;
import dev.tandem.credit.parity.Comparison.Terms;
import dev.tandem.credit.plan.Exact;
import dev.tandem.credit.plan.Rate;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Whether a company's own plan pays its people for selling together, deal by deal: for itself alone, by its own plan
/// and rates. What both may know is in what they compare ([ParityEndpoints]).
@RestController
class IncentiveEndpoints {
    private static final int LISTED_MAX = 100;

    private final Parties parties;
    private final Sides sides;
    private final ContributorsWithoutCredit contributors;

    IncentiveEndpoints(Parties parties, Sides sides, ContributorsWithoutCredit contributors) {
        this.parties = parties;
        this.sides = sides;
        this.contributors = contributors;
    }

    /// @param paying the part of the deals' value, to four decimals, on which own people are paid more
    /// because of the deal; null where there is none
    /// @param notPaying deals on which nobody of one's own is, the first hundred
    /// @param losing own deals on which one's own people would be paid more had they not shared them, the
    /// first hundred; `losingPart` the part of the value
    /// @param contributorsWithoutCredit own people who contributed to a deal, as another party confirmed,
    /// and have no credit of it, the first hundred
    record Own(
            int deals,
            @Nullable String paying,
            int notPayingDeals,
            List<DealId> notPaying,
            @Nullable String losingPart,
            int losingDeals,
            List<DealId> losing,
            List<RepId> contributorsWithoutCredit) {}

    @GetMapping("/credit/partnerships/{partnership}/incentives")
    @Allowed(Role.FINANCE)
    Own own(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @RequestParam String plan,
            @RequestParam YearMonth from,
            @RequestParam YearMonth through) {
        if (parties.partnership(caller.company(), partnership).isEmpty()) {
            throw Problem.notFound();
        }
        if (through.isBefore(from)) {
            throw Problem.invalid("through", "RANGE", "must not be before from");
        }
        var side = side(partnership, caller.company(), plan, from, through);
        Marginal.Converting own = (date, amount) -> converted(side, date, amount);
        var marginal = new Marginal(side, own);
        var deals = sides.deals(partnership, from, through);
        Predicate<SharedDeal> paying = marginal::pays;
        var notPaying = ids(deals, paying.negate());
        var losing = ids(deals, marginal::losesBySharing);
        var without = contributors.own(partnership, deals, caller.company());
        return new Own(
                deals.size(),
                IncentiveReport.part(deals, paying, deal -> own.converted(deal.date(), deal.net())),
                notPaying.size(),
                first(notPaying),
                IncentiveReport.part(deals, marginal::losesBySharing, deal -> own.converted(deal.date(), deal.net())),
                losing.size(),
                first(losing),
                first(without));
    }

    private Side side(PartnershipId partnership, CompanyId company, String plan, YearMonth from, YearMonth through) {
        var terms = new Terms(from, through, Currency.getInstance("XXX"), List.of());
        return sides.of(partnership, terms, List.of(Map.entry(company, plan)))
                .getFirst()
                .orElseThrow(() -> Problem.invalid("plan", "NOT_A_PLAN", "must be the name of a plan of your own"));
    }

    private static Exact converted(Side side, LocalDate date, Money amount) {
        var into = side.plan().currency();
        if (amount.currency().equals(into)) {
            return Exact.of(amount);
        }
        Share rate = side.own()
                .find(amount.currency(), into, date)
                .map(Rate::perMinorUnit)
                .orElseThrow(() -> Problem.invalid(List.of(new Violation(
                        "rates",
                        "RATE_MISSING",
                        "There is no rate from %s to %s for %s or the days before."
                                .formatted(amount.currencyCode(), into, date)))));
        return Exact.of(amount).times(rate);
    }

    private static List<DealId> ids(List<SharedDeal> deals, Predicate<SharedDeal> which) {
        return deals.stream().filter(which).map(SharedDeal::deal).toList();
    }

    private static <T> List<T> first(List<T> all) {
        return all.stream().limit(LISTED_MAX).toList();
    }
}
