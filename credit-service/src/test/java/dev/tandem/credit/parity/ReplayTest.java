package dev.tandem.credit.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import dev.tandem.contracts.partnership.JointGoals.Band;
import dev.tandem.credit.plan.FiscalCalendar;
import dev.tandem.credit.plan.FiscalPeriod;
import dev.tandem.credit.plan.Incentive;
import dev.tandem.credit.plan.Plan;
import dev.tandem.credit.plan.Rate;
import dev.tandem.credit.plan.Rates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The parity gap of `docs/parity.md`, decomposed, to the cent.
class ReplayTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final LocalDate MARCH_13 = LocalDate.of(2026, 3, 13);
    /// One EUR is 1.25 USD.
    private static final JointRates JOINT = new JointRates(USD, List.of(rate("joint", EUR, USD, "1.25")));

    @Test
    void theWorkedExample() {
        // Acme pays 5 %, and 8 % above half of its goal of 100,000.00 USD, at most 6,000.00 USD.
        var steps = List.of(
                new Incentive.Step(Money.of("0.00", "USD"), Share.parse("5%")),
                new Incentive.Step(Money.of("50000.00", "USD"), Share.parse("8%")));
        var tiers = new Incentive.Tiers("t", "revenue", Incentive.Kind.MARGINAL, steps, Money.of("6000.00", "USD"));
        var acme = side("acme", plan(USD, tiers), List.of(), people("a", "100000.00", "USD", "100000.00"));
        // Globex pays flat 5 %; its goal is 80,000.00 EUR, and its own rate for a dollar is 0.82 EUR.
        var flat = new Incentive.Flat("f", "revenue", Share.parse("5%"), null);
        var own = List.of(rate("own", USD, EUR, "0.82"));
        var globex = side("globex", plan(EUR, flat), own, people("g", "80000.00", "EUR", "100000.00"));

        var report = Replay.of(acme, globex, JOINT, Band.USUAL);

        // Everybody, ten people, has reached all of the goal with 100,000.00 USD.
        assertThat(report.one()).isEqualTo(Money.of("60000.00", "USD"));
        assertThat(report.other()).isEqualTo(Money.of("51250.00", "USD"));
        assertThat(report.ratio()).isEqualTo("1.1707");
        assertThat(report.within()).isFalse();
        assertThat(report.gap()).isEqualTo(Money.of("8750.00", "USD"));
        assertThat(report.parts().rate()).isEqualTo(Money.of("0.00", "USD"));
        assertThat(report.parts().tier()).isEqualTo(Money.of("15000.00", "USD"));
        assertThat(report.parts().cap()).isEqualTo(Money.of("-5000.00", "USD"));
        assertThat(report.parts().currency()).isEqualTo(Money.of("-1250.00", "USD"));
    }

    @Test
    void comparesAtAnEqualShareOfGoalHoweverDifferentTheGoalsAre() {
        var half = new Incentive.Accelerator(
                "x", "revenue", Share.parse("10%"), Share.parse("50%"), Share.parse("200%"), null);
        var small = side("acme", plan(USD, half), List.of(), people("a", "1000.00", "USD", "1000.00"));
        var large = side("globex", plan(USD, half), List.of(), people("g", "900000.00", "USD", "900000.00"));
        var report = Replay.of(small, large, JOINT, Band.USUAL);
        assertThat(report.ratio()).isEqualTo("1.0000");
        assertThat(report.gap().isZero()).isTrue();
    }

    @Test
    void partsAlwaysSumToTheGap() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            var report = Replay.of(random("acme", random), random("globex", random), JOINT, Band.USUAL);
            var parts = report.parts();
            assertThat(parts.rate().plus(parts.tier()).plus(parts.cap()).plus(parts.currency()))
                    .as("seed " + seed)
                    .isEqualTo(report.gap())
                    .isEqualTo(report.one().minus(report.other()));
        }
    }

    @Test
    void theSamePlanOnBothSidesHasNoGapButForRounding() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            var side = random("acme", random);
            assertThat(Replay.of(side, side, JOINT, Band.USUAL).gap().isZero())
                    .as("seed " + seed)
                    .isTrue();
        }
    }

    private static Side random(String company, Random random) {
        var currency = random.nextBoolean() ? USD : EUR;
        var code = currency.getCurrencyCode();
        @Nullable Money cap = random.nextBoolean() ? null : Money.ofMinor(random.nextInt(1_000_000), code);
        Incentive incentive = random.nextBoolean()
                ? new Incentive.Flat("f", "revenue", Share.of(random.nextInt(20), 100), cap)
                : new Incentive.Accelerator(
                        "x", "revenue", Share.of(random.nextInt(20), 100), Share.of(1, 2), Share.of(3, 2), cap);
        var own = List.of(
                rate("a", USD, EUR, "0.7" + random.nextInt(1_000)), rate("b", EUR, USD, "1.2" + random.nextInt(1_000)));
        var people = new ArrayList<Side.Person>();
        for (int i = 0; i < 5 + random.nextInt(3); i++) {
            var credits = List.of(
                    new Side.Credit(MARCH_13, Money.ofMinor(random.nextInt(9_000_000) - 1_000_000, "USD")),
                    new Side.Credit(MARCH_13, Money.ofMinor(random.nextInt(9_000_000), "EUR")));
            people.add(new Side.Person(
                    new RepId(company + i), Money.ofMinor(1 + random.nextInt(20_000_000), code), credits));
        }
        return side(company, plan(currency, incentive), own, people);
    }

    private static Side side(String company, Plan plan, List<Rate> own, List<Side.Person> people) {
        return new Side(new CompanyId(company), plan, new Rates(own), people);
    }

    /// Five, each with the same quota and the same credit in USD.
    private static List<Side.Person> people(String name, String quota, String currency, String credit) {
        var people = new ArrayList<Side.Person>();
        for (int i = 0; i < 5; i++) {
            people.add(new Side.Person(
                    new RepId(name + i),
                    Money.of(quota, currency),
                    List.of(new Side.Credit(MARCH_13, Money.of(credit, "USD")))));
        }
        return people;
    }

    private static Plan plan(Currency currency, Incentive incentive) {
        return new Plan(
                "ae",
                FiscalPeriod.of("2026-01"),
                currency,
                new FiscalCalendar.Months(1),
                List.of(new Plan.Measure("revenue", CreditType.REVENUE, Plan.Window.YEAR)),
                List.of(incentive),
                null,
                0,
                null,
                List.of());
    }

    private static Rate rate(String id, Currency from, Currency to, String value) {
        return new Rate(id, from, to, MARCH_13, value);
    }
}
