package dev.tandem.credit.settlement;

import static dev.tandem.credit.Given.ACME;
import static dev.tandem.credit.Given.GLOBEX;
import static dev.tandem.credit.Given.PARTNERSHIP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.Reason;
import dev.tandem.credit.settlement.Due.Kind;
import dev.tandem.credit.settlement.Due.Place;
import dev.tandem.credit.settlement.Posted.Leg;
import java.math.BigInteger;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ChainTest {
    private static final CompanyId INITECH = new CompanyId("initech");
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final Reason BECAUSE = new Reason("EXPENSE_SHARE", "Because.");

    @Test
    void anyStoryOfDuesRunsAndSignaturesNetsWhatIsDueAndNeverTouchesASignedPeriod() {
        var seed = System.nanoTime();
        for (int story = 0; story < 200; story++) {
            tell(new Random(seed + story), "seed " + (seed + story));
        }
    }

    private static void tell(Random random, String seed) {
        var dues = new TreeMap<Place, Due>();
        var links = new ArrayList<Link>();
        var signed = new TreeMap<YearMonth, String>();
        for (int step = 0; step < 30; step++) {
            switch (random.nextInt(4)) {
                case 0, 1 -> {
                    var due = due(random);
                    dues.put(due.place(), due);
                }
                case 2 -> run(links, dues);
                default -> sign(links, signed);
            }
        }
        run(links, dues);
        var posted = new TreeMap<>(Standing.of(links.stream()).posted());
        posted.values().removeIf(Money::isZero);
        var due = new TreeMap<Place, Money>();
        dues.values().stream()
                .filter(each -> !each.amount().isZero())
                .forEach(each -> due.put(each.place(), each.amount()));
        assertThat(posted).as(seed).isEqualTo(due);
        signed.forEach((period, hash) -> assertThat(
                        Statement.of(PARTNERSHIP, period, links).hash())
                .as(seed)
                .isEqualTo(hash));
        assertThat(findings(links)).as(seed).isEmpty();
        balancesSumToTheDues(links, due, seed);
    }

    /// Over all periods, each company's net of all balances is what it is owed less what it owes.
    private static void balancesSumToTheDues(List<Link> links, Map<Place, Money> due, String seed) {
        var expected = new TreeMap<String, BigInteger>();
        due.forEach((place, amount) -> {
            expected.merge(place.creditor() + place.currency(), amount.amountMinor(), BigInteger::add);
            expected.merge(
                    place.debtor() + place.currency(), amount.amountMinor().negate(), BigInteger::add);
        });
        var netted = new TreeMap<String, BigInteger>();
        for (var period = MARCH.minusMonths(12); period.isBefore(MARCH.plusMonths(48)); period = period.plusMonths(1)) {
            Statement.of(PARTNERSHIP, period, links).balances().forEach(balance -> {
                var amount = balance.amount();
                assertThat(balance.expenses().plus(balance.credit()).plus(balance.trueUps()))
                        .as(seed)
                        .isEqualTo(amount);
                if (!amount.isZero()) {
                    netted.merge(balance.creditor() + amount.currencyCode(), amount.amountMinor(), BigInteger::add);
                    netted.merge(
                            balance.debtor() + amount.currencyCode(),
                            amount.amountMinor().negate(),
                            BigInteger::add);
                }
            });
        }
        expected.values().removeIf(sum -> sum.signum() == 0);
        netted.values().removeIf(sum -> sum.signum() == 0);
        assertThat(netted).as(seed).isEqualTo(expected);
    }

    private static Due due(Random random) {
        var companies = new ArrayList<>(List.of(ACME, GLOBEX, INITECH));
        java.util.Collections.shuffle(companies, random);
        var currency = random.nextInt(3) == 0 ? "EUR" : "USD";
        var origin = MARCH.plusMonths(random.nextInt(3));
        var kind = random.nextBoolean() ? Kind.EXPENSE : Kind.CREDIT;
        var place = new Place(kind, "i" + random.nextInt(5), companies.getFirst(), companies.get(1), origin, currency);
        return new Due(place, Money.ofMinor(random.nextInt(2_000) - 500, currency), BECAUSE);
    }

    private static void run(List<Link> links, Map<Place, Due> dues) {
        var open = Chain.difference(dues.values(), Standing.of(links.stream()).posted(), MARCH.plusMonths(12));
        if (!open.isEmpty()) {
            var through = Standing.of(links.stream()).signedThrough();
            var legs = open.stream()
                    .flatMap(due -> Posted.legs(due, Chain.posting(due, through)))
                    .toList();
            links.add(sealed(links, legs));
        }
    }

    private static Posted sealed(List<Link> links, List<Leg> legs) {
        var bare = new Posted(
                links.size() + 1L,
                "c",
                Instant.EPOCH,
                legs,
                Standing.of(links.stream()).headHash(),
                "");
        return new Posted(bare.seq(), "c", Instant.EPOCH, legs, bare.prevHash(), Chain.hash(PARTNERSHIP, bare));
    }

    private static void sign(List<Link> links, Map<YearMonth, String> signed) {
        Standing.of(links.stream()).next().ifPresent(period -> {
            var hash = Statement.of(PARTNERSHIP, period, links).hash();
            signed.put(period, hash);
            var bare = new Signed(
                    links.size() + 1L,
                    period,
                    hash,
                    List.of(),
                    Instant.EPOCH,
                    Standing.of(links.stream()).headHash(),
                    "");
            links.add(new Signed(
                    bare.seq(),
                    period,
                    hash,
                    List.of(),
                    Instant.EPOCH,
                    bare.prevHash(),
                    Chain.hash(PARTNERSHIP, bare)));
        });
    }

    @Test
    void namesAnyLinkThatWasChangedRemovedOrMoved() {
        var links = new ArrayList<Link>();
        for (int i = 0; i < 3; i++) {
            links.add(sealed(links, Posted.legs(due(new Random(i)), MARCH).toList()));
        }
        var second = (Posted) links.get(1);
        var changed = new Posted(2, "other", second.knownAt(), second.legs(), second.prevHash(), second.hash());
        assertThat(findings(List.of(links.get(0), changed, links.get(2))))
                .containsExactly("Link 2 is not as it was written.");
        assertThat(findings(List.of(links.get(0), links.get(2)))).containsExactly("Link 3 does not follow link 1.");
        assertThat(findings(List.of(links.get(1), links.get(0), links.get(2)))).isNotEmpty();
    }

    @Test
    void cannotHoldLegsThatDoNotBalance() {
        var legs = Posted.legs(due(new Random(7)), MARCH).toList();
        assertThatThrownBy(() -> new Posted(1, "c", Instant.EPOCH, legs.subList(0, 1), "", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("and not to zero");
    }

    private static List<String> findings(List<? extends Link> links) {
        return Chain.verified(PARTNERSHIP, links.stream()).findings();
    }
}
