package dev.tandem.credit.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.DealId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The worked example of `docs/compensation.md`: the same credit in euros, paid by one company in dollars over calendar
/// years, and by the other in euros over years from July.
class TwoCalendarsTest {
    private static final RepId REP = new RepId("rep");

    @Test
    void theSameTwoDealsPayAcrossAYearsEndOnOneCalendarAndWithinAYearOnTheOther() {
        var rates = new Rates(List.of(rate("r-june", "2026-06-26", "1.10"), rate("r-july", "2026-07-03", "1.20")));
        assertThat(due(plan("USD", 1), rates)).containsExactly("2026-06 55.00 USD r-june", "2026-07 100.00 USD r-july");
        assertThat(due(plan("EUR", 7), rates)).containsExactly("2026-12 50.00 EUR null", "2027-01 50.00 EUR null");
    }

    private static List<String> due(Plan plan, Rates rates) {
        var credits = List.of(credit("d1", "2026-06-28"), credit("d2", "2026-07-03"));
        var facts = new Earnings.Facts(REP, List.of(plan), credits, rates, FiscalPeriod.of("2027-12"));
        return switch (Earnings.of(facts)) {
            case Earnings.Result.Due(var earnings) ->
                earnings.stream()
                        .map(each -> each.place().earnedIn() + " " + each.amount() + " " + each.rateId())
                        .toList();
            case Earnings.Result.Missing missing -> throw new AssertionError(missing.toString());
        };
    }

    private static Plan plan(String currency, int startMonth) {
        var steps = List.of(
                new Incentive.Step(Money.of("0.00", currency), Share.parse("5%")),
                new Incentive.Step(Money.of("1500.00", currency), Share.parse("10%")));
        return new Plan(
                "ae",
                FiscalPeriod.of("2025-01"),
                Currency.getInstance(currency),
                new FiscalCalendar.Months(startMonth),
                List.of(new Plan.Measure("revenue", CreditType.REVENUE, Plan.Window.YEAR)),
                List.of(new Incentive.Tiers("c", "revenue", Incentive.Kind.MARGINAL, steps, null)),
                null,
                0,
                null,
                List.of(new Plan.Member(REP, Money.of("100000.00", currency))));
    }

    private static Credited credit(String deal, String day) {
        var part = new Credited.Part(1, Instant.parse(day + "T12:00:00Z"), Money.of("1000.00", "EUR"));
        return new Credited(
                new PartnershipId("p"),
                new DealId(deal),
                LocalDate.parse(day),
                CreditType.REVENUE,
                "EUR",
                List.of(part));
    }

    private static Rate rate(String id, String day, String value) {
        return new Rate(id, Currency.getInstance("EUR"), Currency.getInstance("USD"), LocalDate.parse(day), value);
    }
}
