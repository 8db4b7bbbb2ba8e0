package dev.tandem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A stream of accounts that come, change and go, and of what people decide about them, leads to what a batch
/// finds for what is there at the end.
class LiveAlignmentTest {
    private static final int STEPS = 100;

    static LongStream seeds() {
        return LongStream.range(0, 1_000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void standsWhereTheBatchStandsAfterAnyStream(long seed) {
        var random = new Random(seed);
        var story = new Story(snapshot(seed, random));
        for (var step = 0; step < STEPS; step++) {
            story.step(random);
        }
        assertThat(lines(story.live.matches())).isEqualTo(story.batch(random));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void tellsEveryAccountWhosePairsChanged(long seed) {
        var random = new Random(seed);
        var story = new Story(snapshot(seed, random));
        Map<String, String> known = new TreeMap<>();
        for (var step = 0; step < STEPS; step++) {
            story.step(random);
            if (random.nextInt(4) == 0) {
                ask(story.live, known);
            }
        }
        ask(story.live, known);
        var byAccount = story.live.matches().stream()
                .collect(Collectors.groupingBy(LiveAlignment.Standing::idOfA, TreeMap::new, Collectors.toList()));
        assertThat(known).hasSameSizeAs(byAccount);
        byAccount.forEach((id, pairs) -> assertThat(known).containsEntry(id, lines(pairs)));
    }

    private static void ask(LiveAlignment live, Map<String, String> known) {
        for (var id : live.takeChanges().ofA()) {
            known.remove(id);
            if (live.standing(Party.A, id).isPresent()) {
                known.put(id, lines(live.standings(Party.A, id)));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void loadedAtOnceStandsAsOneByOne(long seed) {
        var random = new Random(seed);
        var ofA = Invented.rows("x", random);
        var ofB = Invented.rows("y", random);
        var atOnce = new LiveAlignment(Snapshot.impartial());
        var oneByOne = new LiveAlignment(Snapshot.impartial());
        var half = ofB.size() / 2;
        atOnce.load(ofA, ofB.subList(0, half));
        atOnce.load(List.of(), ofB.subList(half, ofB.size()));
        ofA.forEach(row -> oneByOne.put(Party.A, row));
        ofB.forEach(row -> oneByOne.put(Party.B, row));
        assertThat(lines(atOnce.matches())).isEqualTo(lines(oneByOne.matches()));
    }

    private static Snapshot snapshot(long seed, Random random) {
        return switch ((int) (seed % 4)) {
            case 0 -> Snapshot.empty();
            case 1 -> taken(random);
            case 2 -> Invented.snapshot(random);
            default -> Snapshot.impartial();
        };
    }

    private static Snapshot taken(Random random) {
        var alignment = new Alignment(Given.book(Invented.rows("x", random)), Given.book(Invented.rows("y", random)));
        assertThat(alignment.matches()).isNotNull();
        return alignment.snapshot();
    }

    private static String lines(List<LiveAlignment.Standing> matches) {
        return matches.stream()
                .map(pair -> pair.idOfA() + "=" + pair.idOfB() + " " + pair.decision() + " "
                        + Story.rounded(pair.bits()) + " " + Story.rounded(pair.probability()))
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
