package dev.tandem.credit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.Money;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.credit.ledger.Difference.Place;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What must hold of the net amounts whatever happens; `docs/credit-invariants.md` tells which
/// planted errors this caught.
class InvariantsTest {
    private static final int STORIES = 150;
    private static final long SEED = 20260322;
    private static final Instant START = Instant.parse("2026-03-22T10:00:00Z");

    /// A seed per story, named in the test's title.
    static long[] seeds() {
        return new Random(SEED).longs(STORIES).toArray();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void conservesTheAmountOfEveryDeal(long seed) {
        var story = new RandomStory(new Random(seed));
        var model = new ChainModel();
        for (var arrival : story.mixedUp(story.told())) {
            model.arrive(arrival, START);
            model.deals().forEach(deal -> assertConserved(deal, model.ofDeal(deal)));
        }
    }

    private static void assertConserved(DealChanged deal, List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        var sums = new HashMap<String, Money>();
        entries.stream()
                .flatMap(Entry::credits)
                .forEach(credit ->
                        sums.merge(credit.creditType() + credit.amount().currencyCode(), credit.amount(), Money::plus));
        sums.values().removeIf(Money::isZero);
        var expected = entries.getLast().deal().credit().stream()
                .collect(Collectors.toMap(
                        each -> each.creditType() + each.amount().currencyCode(), Assessment.Creditable::amount));
        assertThat(sums).as("%s", deal).isEqualTo(expected);
        var points = entries.stream()
                .flatMap(Entry::gained)
                .mapToLong(PointLine.Gained::points)
                .sum();
        assertThat(points)
                .as("points of %s", deal)
                .isEqualTo(Objects.requireNonNullElse(entries.getLast().deal().points(), 0L));
    }

    /// Or all that is said of points here would say nothing.
    @Test
    void storiesHavePointsThatAreGivenAndTakenBack() {
        var given = 0;
        var takenBack = 0;
        for (var seed : seeds()) {
            var story = new RandomStory(new Random(seed));
            var model = new ChainModel();
            story.mixedUp(story.told()).forEach(arrival -> model.arrive(arrival, START));
            given += (int) model.points().values().stream()
                    .filter(deal -> !deal.isEmpty())
                    .count();
            takenBack += (int) model.chain().stream()
                    .flatMap(Entry::gained)
                    .filter(each -> each.points() < 0)
                    .count();
        }
        assertThat(given).isGreaterThan(40);
        assertThat(takenBack).isGreaterThan(40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theLastEntryOfADealSaysHowItIsJudgedNow(long seed) {
        var story = new RandomStory(new Random(seed));
        var model = new ChainModel();
        story.mixedUp(story.told()).forEach(arrival -> model.arrive(arrival, START));
        for (var deal : model.deals()) {
            var told = model.ofDeal(deal).getLast().deal();
            var now = model.assessed(deal).assessment();
            assertThat(told.effectiveDate()).isEqualTo(now.effectiveDate());
            assertThat(told.net()).isEqualTo(now.net());
            assertThat(told.notCredited()).isEqualTo(now.notCredited());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void postsOnceHoweverOftenAnEventIsDelivered(long seed) {
        var told = new RandomStory(new Random(seed)).told();
        var once = new ChainModel();
        told.forEach(arrival -> once.arrive(arrival, START));
        var often = new ChainModel();
        var random = new Random(seed);
        told.forEach(arrival -> {
            for (int times = random.nextInt(1, 6); times > 0; times--) {
                often.arrive(arrival, START);
            }
        });
        assertThat(often.chain()).isEqualTo(once.chain());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void catchesUpAfterACrashBetweenKeepingAndPosting(long seed) {
        var random = new Random(seed);
        var story = new RandomStory(random);
        var told = story.told();
        var model = new ChainModel();
        for (var arrival : story.mixedUp(told)) {
            if (random.nextBoolean()) {
                model.keep(arrival);
            }
            model.arrive(arrival, START);
        }
        assertThat(model.net()).isEqualTo(fresh(told).net());
        assertThat(model.points()).isEqualTo(fresh(told).points());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyOrderOfArrivalNetsWhatAFreshComputationNets(long seed) {
        var story = new RandomStory(new Random(seed));
        var told = story.told();
        var model = new ChainModel();
        story.mixedUp(told).forEach(arrival -> model.arrive(arrival, START));
        assertThat(model.net()).isEqualTo(fresh(told).net());
        assertThat(model.points()).isEqualTo(fresh(told).points());
        var before = model.chain();
        told.forEach(arrival -> model.arrive(arrival, START));
        assertThat(model.chain()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void restatesByAddingOnlyAndNeverTakesBackMoreThanWasPosted(long seed) {
        var story = new RandomStory(new Random(seed));
        var model = new ChainModel();
        for (var arrival : story.mixedUp(story.told())) {
            var before = model.chain();
            model.arrive(arrival, START);
            assertThat(model.chain().subList(0, before.size())).isEqualTo(before);
        }
        var running = new HashMap<List<Object>, Money>();
        var points = new HashMap<List<Object>, Long>();
        for (var entry : model.chain()) {
            entry.credits().forEach(credit -> {
                var place = List.<Object>of(entry.deal().deal(), Place.of(credit));
                var sum = Objects.requireNonNull(running.merge(place, credit.amount(), Money::plus));
                assertThat(sum.amountMinor()).as("%s", place).isNotNegative();
            });
            entry.gained().forEach(each -> {
                var place = List.<Object>of(
                        entry.deal().deal(),
                        each.company(),
                        each.rep(),
                        each.periods().origin());
                var sum = Objects.requireNonNull(points.merge(place, each.points(), Long::sum));
                assertThat(sum).as("points of %s", place).isNotNegative();
            });
        }
    }

    /// Everything is there before the first deal is looked at.
    private static ChainModel fresh(List<Arrival> told) {
        var model = new ChainModel();
        told.forEach(model::keep);
        told.forEach(arrival -> model.arrive(arrival, START));
        return model;
    }
}
