package dev.tandem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A stream of accounts that come, change and go leads to what a batch finds for those that are there.
class LiveAlignmentTest {
    private static final int STEPS = 120;

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void standsWhereTheBatchStandsAfterAnyStream(long seed) {
        var random = new Random(seed);
        var snapshot = seed % 2 == 0 ? Snapshot.empty() : taken(random);
        var live = new LiveAlignment(snapshot);
        Map<String, AccountRow> a = new LinkedHashMap<>();
        Map<String, AccountRow> b = new LinkedHashMap<>();
        for (var step = 0; step < STEPS; step++) {
            step(live, random.nextBoolean() ? Party.A : Party.B, a, b, random);
        }
        assertThat(live(live)).isEqualTo(batch(a, b, snapshot));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void tellsEveryAccountWhosePairChangedAndNoMoreThanItsPairs(long seed) {
        var random = new Random(seed);
        var live = new LiveAlignment(Snapshot.impartial());
        Map<String, AccountRow> a = new LinkedHashMap<>();
        Map<String, AccountRow> b = new LinkedHashMap<>();
        Map<String, String> known = new TreeMap<>();
        for (var step = 0; step < STEPS; step++) {
            step(live, random.nextBoolean() ? Party.A : Party.B, a, b, random);
            live.takeChanges().ofA().forEach(id -> {
                known.remove(id);
                live.standing(Party.A, id).ifPresent(pair -> known.put(id, pair.toString()));
            });
        }
        assertThat(known)
                .isEqualTo(live.matches().stream()
                        .collect(Collectors.toMap(LiveAlignment.Standing::idOfA, Object::toString)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void loadedAtOnceStandsAsOneByOne(long seed) {
        var random = new Random(seed);
        var ofA = Invented.rows("x", random);
        var ofB = Invented.rows("y", random);
        var atOnce = new LiveAlignment(Snapshot.impartial());
        var oneByOne = new LiveAlignment(Snapshot.impartial());
        atOnce.load(ofA, ofB);
        ofA.forEach(row -> oneByOne.put(Party.A, row));
        ofB.forEach(row -> oneByOne.put(Party.B, row));
        assertThat(live(atOnce)).isEqualTo(live(oneByOne));
    }

    private static void step(
            LiveAlignment live, Party party, Map<String, AccountRow> a, Map<String, AccountRow> b, Random random) {
        var book = party == Party.A ? a : b;
        var row = Invented.row(party + "" + random.nextInt(40), random);
        if (random.nextInt(5) == 0) {
            book.remove(row.id());
            live.remove(party, row.id());
        } else {
            book.put(row.id(), row);
            live.put(party, row);
        }
    }

    private static Snapshot taken(Random random) {
        var alignment = new Alignment(Given.book(Invented.rows("x", random)), Given.book(Invented.rows("y", random)));
        assertThat(alignment.matches()).isNotNull();
        return alignment.snapshot();
    }

    private static Set<String> live(LiveAlignment live) {
        return live.matches().stream()
                .map(pair ->
                        pair.idOfA() + "=" + pair.idOfB() + " " + pair.decision() + " " + rounded(pair.probability()))
                .collect(Collectors.toSet());
    }

    private static Set<String> batch(Map<String, AccountRow> a, Map<String, AccountRow> b, Snapshot snapshot) {
        var bookA = Given.book(List.copyOf(a.values()));
        var bookB = Given.book(List.copyOf(b.values()));
        return new Alignment(bookA, bookB, snapshot)
                .matches().stream()
                        .map(pair -> bookA.id(pair.a()) + "=" + bookB.id(pair.b()) + " " + pair.decision() + " "
                                + rounded(pair.probability()))
                        .collect(Collectors.toSet());
    }

    private static long rounded(float probability) {
        return Math.round(probability * 1_000);
    }
}
