package dev.tandem.credit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.Money;
import dev.tandem.credit.ledger.Line.Credit;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What must hold when periods are closed in the midst of it all.
class ClosingTest {
    private static final int STORIES = 150;
    private static final long SEED = 20260324;
    private static final Instant START = Instant.parse("2026-05-22T10:00:00Z");
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);

    /// A seed per story, named in the test's title.
    static long[] seeds() {
        return new Random(SEED).longs(STORIES).toArray();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aClosedPeriodStaysAsItWas(long seed) {
        var model = new ChainModel();
        var closed = new HashMap<YearMonth, Map<String, Money>>();
        played(seed, model, closed);
        closed.forEach((period, totals) ->
                assertThat(totals(model.chain(), period)).as("%s", period).isEqualTo(totals));
        assertThat(closed).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void closingChangesWhereThingsArePostedAndNothingElse(long seed) {
        var closing = new ChainModel();
        played(seed, closing, new HashMap<>());
        var never = new ChainModel();
        var story = new RandomStory(new Random(seed));
        story.mixedUp(story.told()).forEach(arrival -> never.arrive(arrival, START));
        assertThat(closing.net()).isEqualTo(never.net());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatComesLateIsPostedInTheFirstOpenPeriodAndNamesItsOrigin(long seed) {
        var model = new ChainModel();
        played(seed, model, new HashMap<>());
        YearMonth through = null;
        for (var link : model.links()) {
            switch (link) {
                case PeriodClosed closed -> through = closed.period();
                case Entry entry -> {
                    for (var credit : entry.credits().toList()) {
                        var origin = credit.periods().origin();
                        var late = through != null && !origin.isAfter(through);
                        assertThat(credit.periods().posting())
                                .isEqualTo(late && through != null ? through.plusMonths(1) : origin);
                        assertThat(credit.periods().late()).isEqualTo(late);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void namesAClosingThatWasChangedOrRemoved(long seed) {
        var model = new ChainModel();
        played(seed, model, new HashMap<>());
        assertThat(Verification.of(model.links().stream()).findings()).isEmpty();
        var links = new ArrayList<>(model.links());
        var at = links.indexOf(links.stream()
                .filter(PeriodClosed.class::isInstance)
                .findFirst()
                .orElseThrow());
        var closed = (PeriodClosed) links.get(at);
        links.set(
                at,
                new PeriodClosed(
                        closed.seq(),
                        closed.period(),
                        "another statement",
                        closed.signatures(),
                        closed.cause(),
                        closed.knownAt(),
                        closed.prevHash(),
                        closed.hash()));
        assertThat(Verification.of(links.stream()).findings())
                .extracting(Verification.Finding::seq)
                .containsExactly(closed.seq());
        links.remove(at);
        // At the end it is where it was, if nothing followed it.
        if (at < links.size()) {
            links.add(closed);
            assertThat(Verification.of(links.stream()).findings()).isNotEmpty();
        }
    }

    /// Closes January after a third of the story, and then a further month now and then.
    private static void played(long seed, ChainModel model, Map<YearMonth, Map<String, Money>> closed) {
        var story = new RandomStory(new Random(seed));
        var arrivals = story.mixedUp(story.told());
        var random = new Random(seed);
        var next = JANUARY;
        for (int i = 0; i < arrivals.size(); i++) {
            model.arrive(arrivals.get(i), START);
            if (i >= arrivals.size() / 3 && !model.links().isEmpty() && (closed.isEmpty() || random.nextInt(12) == 0)) {
                model.close(next, START);
                closed.put(next, totals(model.chain(), next));
                next = next.plusMonths(1);
            }
        }
    }

    private static Map<String, Money> totals(List<Entry> chain, YearMonth period) {
        var totals = new TreeMap<String, Money>();
        chain.stream()
                .flatMap(Entry::credits)
                .filter(credit -> credit.periods().posting().equals(period))
                .forEach(credit -> totals.merge(place(credit), credit.amount(), Money::plus));
        return totals;
    }

    private static String place(Credit credit) {
        return credit.company() + "/" + credit.rep() + "/" + credit.creditType() + "/"
                + credit.amount().currencyCode();
    }
}
