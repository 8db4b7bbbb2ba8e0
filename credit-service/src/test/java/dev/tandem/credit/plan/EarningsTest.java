package dev.tandem.credit.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.DealId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import dev.tandem.credit.plan.Incentive.Accelerator;
import dev.tandem.credit.plan.Incentive.Flat;
import dev.tandem.credit.plan.Incentive.Kind;
import dev.tandem.credit.plan.Incentive.Tiers;
import dev.tandem.credit.plan.Plan.Draw;
import dev.tandem.credit.plan.Plan.Measure;
import dev.tandem.credit.plan.Plan.Member;
import dev.tandem.credit.plan.Plan.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The worked examples of `docs/compensation.md`, and what always holds.
class EarningsTest {
    private static final long SEED = 20260701;
    private static final RepId ANNA = new RepId("rep-anna");
    private static final FiscalCalendar YEAR = new FiscalCalendar.Months(1);
    private static final Rates NO_RATES = new Rates(List.of());
    private static final List<Incentive.Step> STEPS = List.of(step("0.00", "5%"), step("100000.00", "8%"));

    @Test
    void marginalTiersPayTheHigherRateForWhatIsAboveOnly() {
        var plan = plan(new Tiers("commission", "revenue", Kind.MARGINAL, STEPS, null));
        assertThat(amounts(
                        plan, credit("d1", "2026-01-10", "80000.00 USD"), credit("d2", "2026-02-10", "40000.00 USD")))
                .containsExactly("2026-01 d1 4000.00 USD", "2026-02 d2 2600.00 USD");
    }

    @Test
    void retroactiveTiersPayItForTheWholeTotalWithTheDealThatReachesIt() {
        var plan = plan(new Tiers("commission", "revenue", Kind.RETROACTIVE, STEPS, null));
        assertThat(amounts(
                        plan, credit("d1", "2026-01-10", "80000.00 USD"), credit("d2", "2026-02-10", "40000.00 USD")))
                .containsExactly("2026-01 d1 4000.00 USD", "2026-02 d2 5600.00 USD");
    }

    @Test
    void anAcceleratorPaysMoreAboveItsPartOfTheQuotaAndACapStopsIt() {
        var accelerator = new Accelerator("fast", "revenue", share("10%"), share("50%"), share("150%"), null);
        assertThat(amounts(plan(accelerator), credit("d1", "2026-01-10", "80000.00 USD")))
                .containsExactly("2026-01 d1 9500.00 USD");
        var capped = new Accelerator(
                "fast", "revenue", share("10%"), share("50%"), share("150%"), Money.of("6000.00", "USD"));
        assertThat(amounts(
                        plan(capped),
                        credit("d1", "2026-01-10", "80000.00 USD"),
                        credit("d2", "2026-02-01", "1.00 USD")))
                .containsExactly("2026-01 d1 6000.00 USD", "2026-02 d2 0.00 USD");
    }

    @Test
    void aDrawIsPaidInPoorPeriodsAndRecoveredFromRichOnes() {
        var draw = new Draw(Money.of("1000.00", "USD"), true);
        var plan = plan(new Flat("commission", "revenue", share("10%"), null), draw, null);
        assertThat(amounts(
                        plan,
                        credit("d1", "2026-01-10", "4000.00 USD"),
                        credit("d3", "2026-03-10", "15000.00 USD"),
                        credit("d4", "2026-04-10", "30000.00 USD")))
                .containsExactly(
                        "2026-01 d1 400.00 USD",
                        "2026-01 draw 600.00 USD",
                        "2026-02 draw 1000.00 USD",
                        "2026-03 d3 1500.00 USD",
                        "2026-03 draw -500.00 USD",
                        "2026-04 d4 3000.00 USD",
                        "2026-04 draw -1100.00 USD");
        var kept = plan(
                new Flat("commission", "revenue", share("10%"), null),
                new Draw(Money.of("1000.00", "USD"), false),
                null);
        assertThat(amounts(kept, credit("d3", "2026-03-10", "15000.00 USD")))
                .containsExactly(
                        "2026-01 draw 1000.00 USD",
                        "2026-02 draw 1000.00 USD",
                        "2026-03 d3 1500.00 USD",
                        "2026-04 draw 1000.00 USD");
    }

    @Test
    void convertsByTheRateOfTheDealsDateAndNamesIt() {
        var rates = new Rates(List.of(
                rate("r-fri", "2026-03-13", "1.10"),
                rate("r-next", "2026-03-16", "1.20"),
                rate("r-old", "2026-01-01", "1")));
        var facts = facts(
                plan(new Flat("commission", "revenue", share("10%"), null)),
                rates,
                credit("d1", "2026-03-14", "1000.00 EUR"));
        var due = due(facts).getFirst();
        assertThat(due.amount()).hasToString("110.00 USD");
        assertThat(due.rateId()).isEqualTo("r-fri");
        assertThat(due.because().sentence())
                .isEqualTo(
                        "Credit of 1000.00 EUR at 1.10 (rate r-fri) brings measure revenue from 0.00 USD to 1100.00 USD;"
                                + " commission at 10%, that earns 110.00 USD.");
    }

    @Test
    void convertsBetweenCurrenciesOfOtherScales() {
        var yen = new Rate("r1", Currency.getInstance("JPY"), Currency.getInstance("KWD"), date("2026-03-14"), "0.002");
        assertThat(Exact.of(Money.of("1000", "JPY")).times(yen.perMinorUnit()).rounded(Currency.getInstance("KWD")))
                .hasToString("2.000 KWD");
    }

    @Test
    void figuresNothingAsLongAsARateIsMissing() {
        var result = Earnings.of(facts(
                plan(new Flat("commission", "revenue", share("10%"), null)),
                new Rates(List.of(rate("r-old", "2026-03-01", "1.10"))),
                credit("d0", "2026-03-14", "5.00 USD"),
                credit("d1", "2026-03-14", "1000.00 EUR")));
        assertThat(result)
                .isInstanceOf(Earnings.Result.Missing.class)
                .asString()
                .contains("EUR", "2026-03-14");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2026-03-14, 2026-03",
        "7, 2026-06-30, 2026-12",
        "7, 2026-07-01, 2027-01",
        "4, 2026-03-31, 2026-12",
        "4, 2026-04-01, 2027-01"
    })
    void namesAFiscalYearOfMonthsAfterTheYearInWhichItEnds(int start, String day, String period) {
        assertThat(new FiscalCalendar.Months(start).of(date(day))).hasToString(period);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-01, 2026-01",
        "2026-02-28, 2026-01",
        "2026-03-01, 2026-02",
        "2026-03-29, 2026-03",
        "2026-05-02, 2026-03",
        "2026-05-03, 2026-04",
        "2027-01-30, 2026-12",
        "2027-01-31, 2026-12",
        "2027-02-06, 2026-12",
        "2027-02-07, 2027-01",
        "2026-01-31, 2025-12"
    })
    void dividesAQuarterIntoFourFourAndFiveWeeksAndKeepsTheFiftyThirdInTheLast(String day, String period) {
        var calendar = new FiscalCalendar.Weeks445(date("2026-02-01"), 2026, List.of(2026));
        assertThat(calendar.of(date(day))).hasToString(period);
    }

    @Test
    void theSameDealFallsIntoOtherPeriodsOnTwoFiscalCalendars() {
        var flat = new Flat("commission", "revenue", share("10%"), null);
        assertThat(amounts(plan(flat), credit("d1", "2026-03-14", "100.00 USD")))
                .containsExactly("2026-03 d1 10.00 USD");
        var july = new Plan(
                "ae",
                FiscalPeriod.of("2026-01"),
                usd(),
                new FiscalCalendar.Months(7),
                List.of(new Measure("revenue", CreditType.REVENUE, Window.YEAR)),
                List.of(flat),
                null,
                0,
                null,
                members());
        assertThat(amounts(july, credit("d1", "2026-03-14", "100.00 USD"))).containsExactly("2026-09 d1 10.00 USD");
    }

    @Test
    void whatIsTakenBackTooLateStaysPaid() {
        var flat = new Flat("commission", "revenue", share("10%"), null);
        var refunded = new Credited(
                new PartnershipId("p"),
                new DealId("d1"),
                date("2026-01-10"),
                CreditType.REVENUE,
                "USD",
                List.of(
                        new Credited.Part(1, Instant.parse("2026-01-10T00:00:00Z"), Money.of("1000.00", "USD")),
                        new Credited.Part(2, Instant.parse("2026-04-11T00:00:00Z"), Money.of("-400.00", "USD"))));
        assertThat(amounts(plan(flat, null, 90), refunded)).containsExactly("2026-01 d1 100.00 USD");
        assertThat(amounts(plan(flat, null, 91), refunded)).containsExactly("2026-01 d1 60.00 USD");
        assertThat(amounts(plan(flat, null, null), refunded)).containsExactly("2026-01 d1 60.00 USD");
    }

    @Test
    void aLaterRevisionGovernsTheDealsOfItsPeriodsAndTheTotalGoesOn() {
        var first = plan(new Tiers("commission", "revenue", Kind.MARGINAL, STEPS, null));
        var second = new Plan(
                "ae",
                FiscalPeriod.of("2026-02"),
                usd(),
                YEAR,
                first.measures(),
                List.of(new Tiers(
                        "commission",
                        "revenue",
                        Kind.MARGINAL,
                        List.of(step("0.00", "10%"), step("100000.00", "20%")),
                        null)),
                null,
                0,
                null,
                members());
        var facts = new Earnings.Facts(
                ANNA,
                List.of(first, second),
                List.of(credit("d1", "2026-01-10", "80000.00 USD"), credit("d2", "2026-02-10", "40000.00 USD")),
                NO_RATES,
                FiscalPeriod.of("2026-12"));
        assertThat(due(facts))
                .extracting(earning -> earning.amount().toString())
                .containsExactly("4000.00 USD", "6000.00 USD");
    }

    @Test
    void namesWhatIsWrongWithAPlan() {
        var overlapping = new Tiers(
                "commission",
                "nothing",
                Kind.MARGINAL,
                List.of(step("0.00", "5%"), step("100.00", "6%"), step("100.00", "7%")),
                Money.of("5.00", "EUR"));
        var plan = new Plan(
                "ae",
                FiscalPeriod.of("2026-01"),
                usd(),
                new FiscalCalendar.Months(13),
                List.of(new Measure("revenue", CreditType.REVENUE, Window.YEAR)),
                List.of(overlapping),
                new Draw(Money.of("0.00", "USD"), true),
                -1,
                null,
                List.of(member(), member()));
        assertThat(plan.violations())
                .extracting(violation -> violation.field() + " " + violation.rule())
                .containsExactly(
                        "calendar.startMonth RANGE",
                        "holdPeriods RANGE",
                        "draw.perPeriod RANGE",
                        "incentives[0].measure NOT_A_MEASURE",
                        "incentives[0].cap CURRENCY",
                        "incentives[0].steps[2].from TIERS_OVERLAP",
                        "members[1].rep DUPLICATE");
    }

    /// Also: neither the order of telling matters, nor is anything rounded twice.
    @Test
    void linesOfAWindowAlwaysSumToTheRewardOfItsTotal() {
        System.out.println("seed " + SEED);
        var random = new Random(SEED);
        for (int round = 0; round < 1_000; round++) {
            var incentive = incentive(random);
            var credits = credits(random);
            var facts = facts(plan(incentive), NO_RATES, credits.toArray(Credited[]::new));
            var lines = due(facts);
            var total = credits.stream()
                    .map(credit -> Exact.of(credit.parts().getFirst().amount()))
                    .reduce(Exact.ZERO, Exact::plus);
            var reward = incentive.reward(total, member().quota());
            var capped = incentive.cap() == null ? reward : reward.min(Exact.of(incentive.cap()));
            assertThat(lines.stream().map(Earning::amount).reduce(Money.zero(usd()), Money::plus))
                    .as("%s of %s", incentive, credits)
                    .isEqualTo(capped.rounded(usd()));
            Collections.shuffle(credits, random);
            assertThat(due(facts(plan(incentive), NO_RATES, credits.toArray(Credited[]::new))))
                    .isEqualTo(lines);
        }
    }

    private static Incentive incentive(Random random) {
        var cap = random.nextInt(3) == 0 ? Money.ofMinor(random.nextInt(1, 500_000), "USD") : null;
        var rate = Share.of(random.nextInt(1, 40), 300);
        return switch (random.nextInt(3)) {
            case 0 -> new Flat("i", "revenue", rate, cap);
            case 1 -> new Accelerator("i", "revenue", rate, Share.of(random.nextInt(1, 9), 7), share("150%"), cap);
            default ->
                new Tiers(
                        "i",
                        "revenue",
                        random.nextBoolean() ? Kind.MARGINAL : Kind.RETROACTIVE,
                        List.of(
                                new Incentive.Step(Money.zero(usd()), rate),
                                new Incentive.Step(Money.ofMinor(random.nextInt(1, 100_000), "USD"), share("1/3")),
                                new Incentive.Step(
                                        Money.ofMinor(random.nextInt(100_000, 900_000), "USD"), share("40%"))),
                        cap);
        };
    }

    private static List<Credited> credits(Random random) {
        var credits = new ArrayList<Credited>();
        for (int i = 0; i < random.nextInt(1, 12); i++) {
            var amount = Money.ofMinor(random.nextInt(-20_000, 300_000), "USD");
            var day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300));
            credits.add(credit("d" + i, day.toString(), amount.toString()));
        }
        return credits;
    }

    private static List<String> amounts(Plan plan, Credited... credits) {
        return due(facts(plan, NO_RATES, credits)).stream()
                .sorted(java.util.Comparator.comparing(Earning::place))
                .map(earning -> {
                    var place = earning.place();
                    var what =
                            place.deal() == null ? place.rule() : place.deal().value();
                    return place.earnedIn() + " " + what + " " + earning.amount();
                })
                .toList();
    }

    private static List<Earning> due(Earnings.Facts facts) {
        return switch (Earnings.of(facts)) {
            case Earnings.Result.Due(var earnings) -> earnings;
            case Earnings.Result.Missing missing -> throw new AssertionError(missing.toString());
        };
    }

    private static Earnings.Facts facts(Plan plan, Rates rates, Credited... credits) {
        var through = plan.draw() == null ? FiscalPeriod.of("2026-12") : FiscalPeriod.of("2026-04");
        return new Earnings.Facts(ANNA, List.of(plan), List.of(credits), rates, through);
    }

    private static Plan plan(Incentive incentive) {
        return plan(incentive, null, null);
    }

    private static Plan plan(Incentive incentive, @Nullable Draw draw, @Nullable Integer clawbackDays) {
        return new Plan(
                "ae",
                FiscalPeriod.of("2026-01"),
                usd(),
                YEAR,
                List.of(new Measure("revenue", CreditType.REVENUE, Window.YEAR)),
                List.of(incentive),
                draw,
                0,
                clawbackDays,
                members());
    }

    private static List<Member> members() {
        return List.of(member());
    }

    private static Member member() {
        return new Member(ANNA, Money.of("100000.00", "USD"));
    }

    private static Credited credit(String deal, String day, String amount) {
        var money = amount.split(" ", -1);
        var part = new Credited.Part(1, Instant.parse(day + "T12:00:00Z"), Money.of(money[0], money[1]));
        return new Credited(
                new PartnershipId("p"), new DealId(deal), date(day), CreditType.REVENUE, money[1], List.of(part));
    }

    private static Rate rate(String id, String day, String value) {
        return new Rate(id, Currency.getInstance("EUR"), usd(), date(day), value);
    }

    private static Incentive.Step step(String from, String rate) {
        return new Incentive.Step(Money.of(from, "USD"), share(rate));
    }

    private static Share share(String text) {
        return Share.parse(text);
    }

    private static Currency usd() {
        return Currency.getInstance("USD");
    }

    private static LocalDate date(String day) {
        return LocalDate.parse(day);
    }
}
