package dev.tandem.accounts.sale;

import static dev.tandem.accounts.sale.SaleFixture.ACME;
import static dev.tandem.accounts.sale.SaleFixture.GLOBEX;
import static dev.tandem.accounts.sale.SaleFixture.NOW;
import static dev.tandem.accounts.sale.SaleFixture.deal;
import static dev.tandem.accounts.sale.SaleFixture.next;
import static dev.tandem.accounts.sale.SaleFixture.none;
import static dev.tandem.accounts.sale.SaleFixture.recorded;
import static dev.tandem.accounts.sale.SaleFixture.word;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.accounts.sale.Recorded.Standing;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.deal.DealChanged.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Whatever the CRMs and the parties say in whatever order, a sale is credited once.
class RandomSalesTest {
    private static final List<CompanyId> COMPANIES = List.of(ACME, GLOBEX, new CompanyId("initech"));

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void noSaleCountsTwiceAndWhatIsToldRisesByOneRevisionForEachDifference() {
        for (int round = 0; round < 300; round++) {
            var sales = none();
            for (int step = 0; step < 25; step++) {
                var was = sales;
                sales = random.nextInt(4) == 0 ? said(was) : told(was);
                assertHolds(was, sales);
            }
        }
    }

    @Test
    void pairsThatAreClearStandTheSameInAnyOrder() {
        for (int round = 0; round < 300; round++) {
            var deals = new ArrayList<DealChanged>();
            for (int i = 0; i < 4; i++) {
                var on = day(20);
                deals.add(deal(ACME, "a" + i, on, (i + 1) + "00 EUR"));
                if (random.nextBoolean()) {
                    deals.add(deal(GLOBEX, "b" + i, on.plusDays(random.nextInt(31)), (i + 1) + "00 EUR"));
                }
            }
            var first = standings(recorded(GLOBEX, deals.toArray(DealChanged[]::new)));
            Collections.shuffle(deals, random);
            assertThat(standings(recorded(GLOBEX, deals.toArray(DealChanged[]::new))))
                    .as("seed %d", seed)
                    .isEqualTo(first)
                    .doesNotContainValue(Standing.WAITING);
        }
    }

    private void assertHolds(JointSales was, JointSales now) {
        var told = "seed " + seed + ": " + now;
        now.rulings().stream()
                .filter(Ruling::oneSale)
                .forEach(ruling -> assertThat(now.deals().stream()
                                .filter(deal -> ruling.has(deal.id()) && deal.counts())
                                .count())
                        .as(told)
                        .isLessThanOrEqualTo(1));
        now.deals().forEach(deal -> assertHolds(was, deal, told));
        assertThat(Judging.of(now, NOW.plusSeconds(1))).as(told).isEqualTo(now);
    }

    private static void assertHolds(JointSales was, Recorded deal, String told) {
        var before = was.find(deal.id()).map(Recorded::sent).orElse(null);
        var after = deal.sent();
        assertThat(deal.counts()).as(told).isEqualTo(deal.won() && deal.standing() == Standing.OF_RECORD);
        if (after == null) {
            assertThat(before).as(told).isNull();
        } else if (before == null) {
            assertThat(after.revision()).as(told).isEqualTo(1);
            assertThat(after.status()).as(told).isEqualTo(Status.WON);
        } else {
            assertThat(after.revision()).as(told).isEqualTo(before.revision() + (after.equals(before) ? 0 : 1));
            assertThat(after.net().isZero() || after.status() == Status.WON)
                    .as(told)
                    .isTrue();
        }
    }

    /// A new deal, or a change of one that is there.
    private JointSales told(JointSales was) {
        var lead = random.nextInt(3) == 0 ? Optional.of(ACME) : Optional.<CompanyId>empty();
        if (was.deals().isEmpty() || random.nextInt(3) > 0) {
            var owner = COMPANIES.get(random.nextInt(3));
            return was.recorded(deal(owner, "d" + was.deals().size(), day(120), amount()), lead, NOW);
        }
        var said = any(was).said();
        return random.nextInt(3) == 0
                ? was.recorded(next(said, Status.LOST, "0 EUR"), lead, NOW)
                : was.recorded(next(said, Status.WON, amount()), lead, NOW);
    }

    private JointSales said(JointSales was) {
        if (was.deals().size() < 2) {
            return was;
        }
        var one = any(was);
        var other = any(was);
        var ofRecord = random.nextBoolean() ? null : one.id().value();
        var word = word(one.owner(), ofRecord, one.id().value(), other.id().value());
        if (!DecisionRules.violations(word, was).isEmpty()) {
            return was;
        }
        var said = was.said(word, NOW);
        return random.nextBoolean()
                ? said.said(
                        word(
                                other.owner(),
                                ofRecord,
                                one.id().value(),
                                other.id().value()),
                        NOW)
                : said;
    }

    private Recorded any(JointSales sales) {
        return sales.deals().get(random.nextInt(sales.deals().size()));
    }

    private LocalDate day(int days) {
        return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(days));
    }

    private String amount() {
        return (random.nextInt(3) + 1) + "00 EUR";
    }

    private static Map<String, Standing> standings(JointSales sales) {
        var standings = new TreeMap<String, Standing>();
        sales.deals().forEach(deal -> standings.put(deal.id().value(), deal.standing()));
        return standings;
    }
}
