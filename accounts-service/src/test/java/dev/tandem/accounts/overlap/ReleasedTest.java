package dev.tandem.accounts.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.accounts.overlap.Released.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReleasedTest {
    private static final Instant SIGNED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Terms TERMS = new Terms(1, SIGNED);
    private static final int CELLS = 3;

    @Test
    void tellsNothingBelowFiveAndMultiplesOfFiveAbove() {
        var random = new Random(7);
        for (long truth = 0; truth < 200; truth++) {
            var told = Released.of(TERMS, SIGNED, truth, random::nextInt).told();
            assertThat(told % Released.STEP).isZero();
            assertThat(Math.abs(told - truth)).isLessThan(Released.STEP);
            assertThat(told == 0).isEqualTo(truth < Released.STEP);
        }
    }

    @Test
    void isRoundedWithoutBias() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var sum = 0L;
        for (int i = 0; i < 20_000; i++) {
            sum += Released.of(TERMS, SIGNED, 12, random::nextInt).told();
        }
        assertThat(sum / 20_000.0).as("seed %d", seed).isBetween(11.8, 12.2);
    }

    @Test
    void showsAFirstLoadWithoutWaitingForADay() {
        var none = Released.of(TERMS, SIGNED, 0, new Random(1)::nextInt);

        assertThat(none.standsFor(TERMS, SIGNED.plusSeconds(60), 4)).isTrue();
        assertThat(none.standsFor(TERMS, SIGNED.plusSeconds(60), 5)).isFalse();
        assertThat(none.standsFor(new Terms(2, SIGNED), SIGNED.plusSeconds(60), 0))
                .isFalse();
    }

    /// One who watches a count while adding and removing accounts of the own book, for a hundred days. Whether the
    /// partner has the one account in question or not, every answer is the same, as long as no five other accounts
    /// come or go with it.
    @Test
    void whoeverAddsAndRemovesSingleAccountsLearnsNothingOfAny() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (int game = 0; game < 2_000; game++) {
            var start = 5 + random.nextInt(60);
            var moves = moves(random);
            var chance = random.nextLong();

            assertThat(answers(start, moves, 1, chance))
                    .as("seed %d, game %d: %s", seed, game, moves)
                    .isEqualTo(answers(start, moves, 0, chance));
        }
    }

    /// The same with a matrix: the account in question is put into one population after the other, of which each has a
    /// count of its own, and known accounts with it; and the watcher adds the counts up.
    @Test
    void whoeverMovesAnAccountBetweenPopulationsLearnsNothingFromTheCellsOrTheirSum() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (int game = 0; game < 1_000; game++) {
            var moves = new ArrayList<List<Move>>();
            for (int i = 0; i < 100; i++) {
                var hours = random.nextInt(48);
                var place = random.nextInt(CELLS);
                moves.add(IntStream.range(0, CELLS)
                        .mapToObj(cell -> new Move(hours, random.nextInt(4), cell == place))
                        .toList());
            }
            var chance = random.nextLong();

            assertThat(sums(moves, 1, chance))
                    .as("seed %d, game %d: %s", seed, game, moves)
                    .isEqualTo(sums(moves, 0, chance));
        }
    }

    private static List<Long> sums(List<List<Move>> moves, int has, long chance) {
        var ofCells = IntStream.range(0, CELLS)
                .mapToObj(cell -> answers(
                        5 + 7 * cell, moves.stream().map(each -> each.get(cell)).toList(), has, chance + cell))
                .toList();
        return IntStream.rangeClosed(0, moves.size())
                .mapToObj(step ->
                        ofCells.stream().mapToLong(cell -> cell.get(step)).sum())
                .toList();
    }

    /// Each move: hours that pass, known accounts that are in the book then, and whether the one in question is.
    private record Move(int hours, int known, boolean target) {}

    private static List<Move> moves(Random random) {
        var moves = new ArrayList<Move>();
        for (int i = 0; i < 100; i++) {
            moves.add(new Move(random.nextInt(48), random.nextInt(4), random.nextBoolean()));
        }
        return moves;
    }

    /// @param has one if the partner has the account in question, otherwise zero
    private static List<Long> answers(int start, List<Move> moves, int has, long chance) {
        var random = new Random(chance);
        var now = SIGNED.plus(Duration.ofDays(2));
        var released = Released.of(TERMS, now, start, random::nextInt);
        var answers = new ArrayList<>(List.of(released.told()));
        for (var move : moves) {
            now = now.plus(Duration.ofHours(move.hours()));
            var truth = start + move.known() + (move.target() ? has : 0);
            if (!released.standsFor(TERMS, now, truth)) {
                released = Released.of(TERMS, now, truth, random::nextInt);
            }
            answers.add(released.told());
        }
        return answers;
    }
}
