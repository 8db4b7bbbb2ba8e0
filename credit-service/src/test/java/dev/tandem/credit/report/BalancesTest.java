package dev.tandem.credit.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.DealId;
import dev.tandem.contracts.Money;
import dev.tandem.credit.ledger.ChainModel;
import dev.tandem.credit.ledger.Entry;
import dev.tandem.credit.ledger.Link;
import dev.tandem.credit.ledger.RandomStory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BalancesTest {
    private static final Instant START = Instant.parse("2026-05-22T10:00:00Z");

    static long[] seeds() {
        return new Random(20260402).longs(60).toArray();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyPairOfEffectiveDateAndEntryGivesWhatWasGivenThen(long seed) {
        var story = new RandomStory(new Random(seed));
        var random = new Random(seed);
        var model = new ChainModel();
        var given = new HashMap<Balances.At, Balances>();
        for (var arrival : story.mixedUp(story.told())) {
            model.arrive(arrival, START);
            var at = new Balances.At(
                    LocalDate.of(2026, 1, 1).plusDays(random.nextInt(100)),
                    model.links().size());
            given.put(at, balances(model.links(), at));
        }
        given.forEach((at, then) -> assertThat(balances(model.links(), at)).isEqualTo(then));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theLatestPairSumsToWhatIsCreditedOfAllDeals(long seed) {
        var story = new RandomStory(new Random(seed));
        var model = new ChainModel();
        story.mixedUp(story.told()).forEach(arrival -> model.arrive(arrival, START));
        var now = balances(
                model.links(), new Balances.At(LocalDate.MAX, model.links().size()));
        var sums = new HashMap<String, Money>();
        now.balances().forEach(each -> sums.merge(each.amount().currencyCode(), each.amount(), Money::plus));
        model.chain().stream()
                .flatMap(Entry::credits)
                .forEach(credit -> sums.merge(
                        credit.amount().currencyCode(), credit.amount().negated(), Money::plus));
        assertThat(sums.values()).allMatch(Money::isZero);
    }

    /// Told by the entries of each deal alone: the last says of which date it is.
    @ParameterizedTest
    @MethodSource("seeds")
    void countsADealByTheDateThatItWasLastKnownToHave(long seed) {
        var story = new RandomStory(new Random(seed));
        var model = new ChainModel();
        story.mixedUp(story.told()).forEach(arrival -> model.arrive(arrival, START));
        var through = LocalDate.of(2026, 1, 1).plusDays(new Random(seed).nextInt(100));
        var dates = new HashMap<DealId, LocalDate>();
        model.chain()
                .forEach(entry -> dates.put(entry.deal().deal(), entry.deal().effectiveDate()));
        var sums = new HashMap<String, Money>();
        model.chain().stream()
                .filter(entry ->
                        !Objects.requireNonNull(dates.get(entry.deal().deal())).isAfter(through))
                .flatMap(Entry::credits)
                .forEach(credit -> sums.merge(
                        credit.rep() + "/" + credit.creditType()
                                + credit.amount().currencyCode(),
                        credit.amount(),
                        Money::plus));
        sums.values().removeIf(Money::isZero);
        var counted = new HashMap<String, Money>();
        balances(model.links(), new Balances.At(through, model.links().size()))
                .balances()
                .forEach(each -> counted.merge(
                        each.rep() + "/" + each.creditType() + each.amount().currencyCode(),
                        each.amount(),
                        Money::plus));
        counted.values().removeIf(Money::isZero);
        assertThat(counted).isEqualTo(sums);
    }

    private static Balances balances(List<Link> links, Balances.At at) {
        var fold = new Balances.Fold(at);
        links.stream().filter(link -> link.seq() <= at.asOf()).forEach(fold::add);
        return fold.balances();
    }
}
