package dev.tandem.roster.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class SolverTest {

    @Test
    void pairsForTheGreatestSumAndNotForTheGreatestPair() {
        var candidates = new Candidates(new int[] {1, 1}, new int[] {1, 1});
        candidates.add(0, 0, 10);
        candidates.add(0, 1, 9);
        candidates.add(1, 0, 9);

        assertThat(Solver.solve(candidates).worth()).isEqualTo(18);
    }

    @Test
    void leavesOutWhomNobodyHasAPlaceFor() {
        var candidates = new Candidates(new int[] {1, 1, 0}, new int[] {1});
        candidates.add(0, 0, 3);
        candidates.add(1, 0, 4);
        candidates.add(2, 0, 9);

        var pairing = Solver.solve(candidates);

        assertThat(pairing.paired().stream()).containsExactly(1);
        assertThat(pairing.isOptimal()).isTrue();
    }

    @Test
    void nobodyToPairIsWorthNothing() {
        assertThat(Solver.solve(new Candidates(new int[0], new int[] {1})).worth())
                .isZero();
    }

    @Test
    void aCandidateWorthNothingIsRefused() {
        var candidates = new Candidates(new int[] {1}, new int[] {1});

        assertThatThrownBy(() -> candidates.add(0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isAsGoodAsTheBestOfAllPairingsAndProvesIt() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            var candidates = random(random, 1 + random.nextInt(4), 1 + random.nextInt(4), 12);

            var pairing = Solver.solve(candidates);

            assertThat(pairing.worth()).as("seed %d round %d", seed, round).isEqualTo(best(candidates));
            assertSound(pairing, "seed %d round %d".formatted(seed, round));
        }
    }

    @Test
    void provesThatItIsOptimalWhereNobodyCouldTryAllPairings() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            assertSound(Solver.solve(random(random, 60, 70, 900)), "seed " + seed);
        }
    }

    @Test
    void theSameCandidatesArePairedTheSameWay() {
        var one = Solver.solve(random(new Random(7), 40, 40, 400));
        var other = Solver.solve(random(new Random(7), 40, 40, 400));

        assertThat(one.paired()).isEqualTo(other.paired());
    }

    private static void assertSound(Pairing pairing, String seed) {
        assertThat(pairing.isOptimal())
                .as("%s: %d of %d", seed, pairing.worth(), pairing.bound())
                .isTrue();
        var candidates = pairing.candidates();
        var lefts = new int[candidates.lefts()];
        var rights = new int[candidates.rights()];
        pairing.paired().stream().forEach(pair -> {
            lefts[candidates.left(pair)]++;
            rights[candidates.right(pair)]++;
        });
        for (int left = 0; left < lefts.length; left++) {
            assertThat(lefts[left]).as(seed).isLessThanOrEqualTo(candidates.leftCapacity(left));
        }
        for (int right = 0; right < rights.length; right++) {
            assertThat(rights[right]).as(seed).isLessThanOrEqualTo(candidates.rightCapacity(right));
        }
    }

    private static Candidates random(Random random, int lefts, int rights, int pairsMax) {
        var candidates = new Candidates(
                random.ints(lefts, 0, 4).toArray(), random.ints(rights, 0, 4).toArray());
        var seen = new BitSet();
        for (int i = 0; i < pairsMax; i++) {
            int left = random.nextInt(lefts);
            int right = random.nextInt(rights);
            if (!seen.get(left * rights + right)) {
                seen.set(left * rights + right);
                candidates.add(left, right, 1 + random.nextInt(20));
            }
        }
        return candidates;
    }

    /// Tries all.
    private static long best(Candidates candidates) {
        long best = 0;
        for (int chosen = 0; chosen < 1 << candidates.size(); chosen++) {
            best = Math.max(best, worth(candidates, BitSet.valueOf(new long[] {chosen})));
        }
        return best;
    }

    /// Of a choice that exceeds a capacity, nothing.
    private static long worth(Candidates candidates, BitSet chosen) {
        var lefts = new int[candidates.lefts()];
        var rights = new int[candidates.rights()];
        long worth = 0;
        for (int pair = chosen.nextSetBit(0); pair >= 0; pair = chosen.nextSetBit(pair + 1)) {
            int left = candidates.left(pair);
            int right = candidates.right(pair);
            if (++lefts[left] > candidates.leftCapacity(left) || ++rights[right] > candidates.rightCapacity(right)) {
                return 0;
            }
            worth += candidates.weight(pair);
        }
        return worth;
    }
}
