package dev.tandem.credit.parity;

import static dev.tandem.credit.Given.ACME;
import static dev.tandem.credit.Given.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import dev.tandem.credit.plan.Exact;
import dev.tandem.credit.plan.FiscalCalendar;
import dev.tandem.credit.plan.FiscalPeriod;
import dev.tandem.credit.plan.Incentive;
import dev.tandem.credit.plan.Plan;
import dev.tandem.credit.plan.Rates;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Whether people are paid for selling together. The example is that of `docs/parity.md`.
@NullMarked
class IncentiveTest {
    private static final LocalDate MARCH_13 = LocalDate.of(2026, 3, 13);
    /// Five deals of 1,000.00 by as many reps of Acme, and one of 5,000.00 by the first of them, all at 60/40.
    private static final List<SharedDeal> DEALS = List.of(
            deal(0, 0, "1000.00"),
            deal(1, 1, "1000.00"),
            deal(2, 2, "1000.00"),
            deal(3, 3, "1000.00"),
            deal(4, 4, "1000.00"),
            deal(5, 0, "5000.00"));

    @Test
    void theWorkedExample() {
        var acme = marginal(ACME, "5%", Money.of("40.00", "USD"));
        var globex = marginal(GLOBEX, "10%", null);

        var report = IncentiveReport.of(DEALS, List.of(acme, globex), deal -> Exact.of(deal.net()), null);

        assertThat(report).isEqualTo(new IncentiveReport(6, "0.9000", "0.4000", 4, null));
    }

    @Test
    void nobodyIsPaidMoreForADealBeyondTheCap() {
        var acme = marginal(ACME, "5%", Money.of("40.00", "USD"));
        assertThat(DEALS.stream().filter(acme::pays).map(deal -> deal.deal().value()))
                .containsExactly("d1", "d2", "d3", "d4", "d5");
    }

    @Test
    void aPlanThatPaysNothingAlignsNothing() {
        var nothing = marginal(ACME, "0%", null);
        var globex = marginal(GLOBEX, "10%", null);
        assertThat(IncentiveReport.of(DEALS, List.of(nothing, globex), deal -> Exact.of(deal.net()), null)
                        .aligned())
                .isEqualTo("0.0000");
    }

    @Test
    void onlyTheOwnerCanLoseBySharing() {
        assertThat(DEALS).noneMatch(marginal(GLOBEX, "10%", null)::losesBySharing);
        assertThat(DEALS).allMatch(marginal(ACME, "10%", null)::losesBySharing);
    }

    /// Where both get the whole credit, nobody would have more alone.
    @Test
    void nobodyLosesWhereBothGetTheCredit() {
        var deal = new SharedDeal(
                new DealId("d"),
                ACME,
                MARCH_13,
                usd("100.00"),
                new TreeMap<>(Map.of(
                        ACME, Map.of(new RepId("a0"), usd("100.00")), GLOBEX, Map.of(new RepId("g0"), usd("100.00")))));
        assertThat(marginal(ACME, "10%", null).losesBySharing(deal)).isFalse();
    }

    private static SharedDeal deal(int number, int rep, String net) {
        var worth = usd(net);
        var sixty =
                new Money(worth.amountMinor().multiply(BigInteger.valueOf(6)).divide(BigInteger.TEN), worth.currency());
        var credits = new TreeMap<CompanyId, Map<RepId, Money>>();
        credits.put(ACME, Map.of(new RepId("a" + rep), sixty));
        credits.put(GLOBEX, Map.of(new RepId("g" + rep), worth.minus(sixty)));
        return new SharedDeal(new DealId("d" + number), ACME, MARCH_13, worth, credits);
    }

    private static Marginal marginal(CompanyId company, String rate, @Nullable Money cap) {
        var people = new ArrayList<Side.Person>();
        for (int i = 0; i < 5; i++) {
            var rep = new RepId(company.equals(ACME) ? "a" + i : "g" + i);
            var credits = DEALS.stream()
                    .flatMap(deal -> deal.of(company).entrySet().stream())
                    .filter(credit -> credit.getKey().equals(rep))
                    .map(credit -> new Side.Credit(MARCH_13, credit.getValue()))
                    .toList();
            people.add(new Side.Person(rep, usd("1000.00"), credits));
        }
        var flat = new Incentive.Flat("f", "revenue", Share.parse(rate), cap);
        var plan = new Plan(
                "ae",
                FiscalPeriod.of("2026-01"),
                Currency.getInstance("USD"),
                new FiscalCalendar.Months(1),
                List.of(new Plan.Measure("revenue", CreditType.REVENUE, Plan.Window.YEAR)),
                List.of(flat),
                null,
                0,
                null,
                List.of());
        var side = new Side(company, plan, new Rates(List.of()), people);
        return new Marginal(side, (_, amount) -> Exact.of(amount));
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
