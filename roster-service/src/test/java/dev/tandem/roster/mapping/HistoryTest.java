package dev.tandem.roster.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.roster.RosterChange.Assignment;
import dev.tandem.roster.mapping.History.Covers;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class HistoryTest {
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
    private static final CompanyId ACME = new CompanyId("acme");
    private static final Covers KIM = new Covers(ACME, new RepId("kim"));
    private static final Covers LEE = new Covers(ACME, new RepId("lee"));
    private static final Covers PAT = new Covers(new CompanyId("globex"), new RepId("pat"));

    @Test
    void aCompanysFirstAssignmentCountsSinceAlways() {
        var history = next(new History(List.of()), MARCH, KIM, PAT);

        assertThat(history.assignments())
                .allSatisfy(
                        a -> assertThat(a.covers(Instant.EPOCH.plusSeconds(1))).isTrue());
    }

    @Test
    void aLaterOwnerCountsFromTheChange() {
        var history = next(next(new History(List.of()), MARCH, KIM), APRIL, LEE);

        assertThat(at(history, MARCH)).containsExactly(KIM.rep());
        assertThat(at(history, APRIL)).containsExactly(LEE.rep());
    }

    @Test
    void anotherCompanysFirstAssignmentCountsSinceAlwaysHoweverLate() {
        var history = next(next(new History(List.of()), MARCH, KIM), APRIL, KIM, PAT);

        assertThat(at(history, MARCH)).containsExactlyInAnyOrder(KIM.rep(), PAT.rep());
    }

    @Test
    void whoLeftIsAssignedUntilTheMomentOfLeaving() {
        var history = next(new History(List.of()), MARCH, KIM).next(Set.of(), MAY, _ -> APRIL);

        assertThat(at(history, APRIL.minusSeconds(1))).containsExactly(KIM.rep());
        assertThat(at(history, APRIL)).isEmpty();
    }

    @Test
    void aGapStaysAGap() {
        var gone = next(next(new History(List.of()), MARCH, KIM), APRIL);
        var back = next(gone, MAY, LEE);

        assertThat(at(back, APRIL)).isEmpty();
        assertThat(at(back, MAY)).containsExactly(LEE.rep());
    }

    @Test
    void theSameAgainChangesNothing() {
        var history = next(next(new History(List.of()), MARCH, KIM, PAT), APRIL, LEE, PAT);

        assertThat(next(history, MAY, LEE, PAT)).isEqualTo(history);
    }

    @Test
    void nobodyIsEverAssignedTwiceAtOnceAndThePastNeverChanges() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var history = new History(List.of());
        var at = MARCH;
        for (int step = 0; step < 300; step++) {
            at = at.plusSeconds(60);
            var wanted = Set.of(KIM, LEE, PAT).stream()
                    .filter(_ -> random.nextBoolean())
                    .collect(Collectors.toSet());
            var before = history;
            history = next(history, at, wanted.toArray(Covers[]::new));

            assertThat(at(history, at)).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(reps(wanted));
            if (begun(before, KIM) && begun(before, PAT)) {
                assertThat(at(history, at.minusSeconds(1)))
                        .as("seed %d", seed)
                        .containsExactlyInAnyOrderElementsOf(at(before, at.minusSeconds(1)));
            }
        }
    }

    /// From then on no assignment counts since always.
    private static boolean begun(History history, Covers covers) {
        return history.assignments().stream().anyMatch(a -> a.company().equals(covers.company()));
    }

    private static List<RepId> reps(Set<Covers> covers) {
        return covers.stream().map(Covers::rep).toList();
    }

    private static History next(History was, Instant at, Covers... wanted) {
        return was.next(Set.of(wanted), at, _ -> at);
    }

    private static List<RepId> at(History history, Instant at) {
        return history.assignments().stream()
                .filter(assignment -> assignment.covers(at))
                .map(Assignment::rep)
                .toList();
    }
}
