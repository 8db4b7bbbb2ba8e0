package dev.tandem.credit.report;

import dev.tandem.contracts.Money;
import dev.tandem.credit.report.JointReport.CompanyTotals;
import dev.tandem.credit.report.JointReport.Deals;
import dev.tandem.credit.report.JointReport.Line;
import dev.tandem.credit.report.JointReport.NotCredited;
import dev.tandem.credit.report.JointReport.Totals;
import java.util.Collection;
import java.util.Currency;
import java.util.stream.Stream;

/// The sums that prove a report complete; each figure is counted on its own and only compared here.
final class Ties {
    private Ties() {}

    static void check(Deals deals, Collection<Totals> totals, Collection<Line> lines) {
        var refused = deals.notCreditedByReason().stream()
                .mapToInt(NotCredited::count)
                .sum();
        require(deals.received() == deals.credited() + deals.notCredited(), "received = credited + not credited");
        require(deals.notCredited() == refused, "not credited = sum of its reasons");
        deals.notCreditedByReason()
                .forEach(reason -> require(reason.count() == reason.deals().size(), reason.code()));
        totals.forEach(each -> check(each, lines));
        lines.forEach(line -> require(totals.stream().anyMatch(each -> isOf(line, each)), "a total for every line"));
    }

    private static void check(Totals totals, Collection<Line> lines) {
        var currency = totals.posted().currency();
        require(totals.opening().plus(totals.posted()).equals(totals.closing()), "opening + posted = closing");
        require(totals.creditable().equals(totals.originated()), "credited deals = credit of their lines");
        var posted = lines.stream().filter(line -> isOf(line, totals)).map(Line::amount);
        require(sum(currency, posted).equals(totals.posted()), "posted = sum of the lines");
        var companies = totals.companies();
        companies.forEach(each -> require(each.opening().plus(each.posted()).equals(each.closing()), "of a company"));
        require(sum(currency, companies.stream().map(CompanyTotals::opening)).equals(totals.opening()), "openings");
        require(sum(currency, companies.stream().map(CompanyTotals::posted)).equals(totals.posted()), "postings");
    }

    private static boolean isOf(Line line, Totals totals) {
        return line.creditType() == totals.creditType()
                && line.amount().currency().equals(totals.posted().currency());
    }

    private static Money sum(Currency currency, Stream<Money> amounts) {
        return amounts.reduce(Money.zero(currency), Money::plus);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalStateException("the report does not tie out: " + rule);
        }
    }
}
