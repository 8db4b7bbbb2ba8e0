package dev.tandem.credit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.contracts.Money;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What must hold of the entries and their order; `docs/credit-invariants.md` tells which planted errors this caught.
class ChainTest {
    private static final int STORIES = 150;
    private static final long SEED = 20260323;
    private static final Instant START = Instant.parse("2026-03-22T10:00:00Z");

    /// A seed per story, named in the test's title.
    static long[] seeds() {
        return new Random(SEED).longs(STORIES).toArray();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void balancesEveryEntryPerPeriodAndCurrency(long seed) {
        for (var entry : played(seed).chain()) {
            var sums = entry.lines().stream()
                    .collect(Collectors.groupingBy(
                            line -> line.periods().posting() + line.amount().currencyCode(),
                            Collectors.mapping(Line::amount, Collectors.reducing(Money::plus))));
            assertThat(sums.values()).allMatch(sum -> sum.orElseThrow().isZero());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void namesAnyEntryThatWasChangedRemovedOrMoved(long seed) {
        var random = new Random(seed);
        var chain = new ArrayList<>(played(seed).chain());
        assertThat(Verification.of(chain.stream()).findings()).isEmpty();
        var at = random.nextInt(chain.size() - 1);
        var tampered = chain.get(at);
        switch (random.nextInt(4)) {
            case 0 -> chain.set(at, with(tampered, tampered.knownAt().plusSeconds(1), tampered.lines()));
            case 1 -> chain.set(at, with(tampered, tampered.knownAt(), doubled(tampered)));
            case 2 -> chain.remove(at);
            default -> Collections.swap(chain, at, at + 1);
        }
        assertThat(Verification.of(chain.stream()).findings())
                .first()
                .extracting(Verification.Finding::seq)
                .isIn(tampered.seq(), tampered.seq() + 1);
    }

    /// Balanced still, so that only the hash can tell; an entry without lines is given other words.
    private static Collection<Line> doubled(Entry entry) {
        var lines = new ArrayList<>(entry.lines());
        lines.addAll(entry.lines());
        return lines;
    }

    private static Entry with(Entry entry, Instant knownAt, Collection<Line> lines) {
        var cause = lines.isEmpty() ? "another" : entry.cause();
        return new Entry(
                entry.seq(),
                entry.deal(),
                cause,
                knownAt,
                List.copyOf(lines),
                entry.points(),
                entry.prevHash(),
                entry.hash());
    }

    private static Entry pointed(Entry entry, @Nullable List<PointLine> points) {
        return new Entry(
                entry.seq(),
                entry.deal(),
                entry.cause(),
                entry.knownAt(),
                entry.lines(),
                points,
                entry.prevHash(),
                entry.hash());
    }

    @Test
    void namesAnEntryWhosePointsWereChangedAndReadsNoneThatDoNotBalance() {
        var pointed = LongStream.of(seeds())
                .boxed()
                .flatMap(seed -> played(seed).chain().stream())
                .filter(entry -> entry.points() != null)
                .toList();
        assertThat(pointed).hasSizeGreaterThan(10);
        for (var entry : pointed) {
            var points = Objects.requireNonNull(entry.points());
            var twice = Stream.concat(points.stream(), points.stream()).toList();
            assertThat(Seal.hashOf(pointed(entry, twice))).isNotEqualTo(entry.hash());
            assertThat(Seal.hashOf(pointed(entry, null))).isNotEqualTo(entry.hash());
            assertThatThrownBy(() -> pointed(entry, points.subList(1, points.size())))
                    .hasMessageContaining("not to zero");
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neitherWritesNorReadsAnUnbalancedEntry(long seed) {
        played(seed).chain().stream().filter(entry -> !entry.lines().isEmpty()).forEach(entry -> {
            var lines = entry.lines().subList(1, entry.lines().size());
            assertThatThrownBy(() -> with(entry, entry.knownAt(), lines)).hasMessageContaining("not to zero");
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void replayingTheSameArrivalsAtTheSameTimesGivesTheSameHashes(long seed) {
        assertThat(played(seed).chain()).isEqualTo(played(seed).chain()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void timeNeverGoesBackAlongTheChain(long seed) {
        var times = played(seed).chain().stream().map(Entry::knownAt).toList();
        assertThat(times).isSorted();
    }

    /// With a clock that jumps back and forth.
    private static ChainModel played(long seed) {
        var random = new Random(seed);
        var story = new RandomStory(random);
        var model = new ChainModel();
        story.mixedUp(story.told())
                .forEach(arrival -> model.arrive(arrival, START.plus(random.nextInt(-90, 90), ChronoUnit.SECONDS)));
        return model;
    }
}
