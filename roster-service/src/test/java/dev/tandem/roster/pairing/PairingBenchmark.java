package dev.tandem.roster.pairing;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;

/// 2,000 × 2,000 reps over 50,000 joint accounts: how long, how near to the bound, and how many others a rep who leaves
/// touches. Not a test: run by `benchmarks/pairing`.
@NullMarked
final class PairingBenchmark {
    private static final int ROUNDS = 7;

    private PairingBenchmark() {}

    public static void main(String[] args) {
        for (int round = 0; round < ROUNDS; round++) {
            var world = new World(new Random(round), 2_000, 50_000);
            long began = System.nanoTime();
            var proposal = world.propose(Set.of());
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            var before = World.pairs(proposal);
            var gone = world.ones
                    .remove(new Random(round).nextInt(world.ones.size()))
                    .rep();
            long again = System.nanoTime();
            var after = World.pairs(world.propose(before));
            long againMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - again);
            var kept = new HashSet<>(before);
            kept.retainAll(after);
            long parted = before.stream()
                    .filter(pair -> !pair.has(gone) && !kept.contains(pair))
                    .count();
            System.out.printf(
                    "%d ms, %d pairs, worth %d, bound %d; one rep less: %d ms, %d of the others' pairs parted%n",
                    millis, before.size(), proposal.worth(), proposal.bound(), againMillis, parted);
        }
    }
}
