package dev.tandem.roster.pairing;

import dev.tandem.roster.pairing.Proposer.Proposal;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/// 2,000 × 2,000 reps over 50,000 joint accounts, as reps alone and as teams with managers, specialists and support:
/// how long, how near to the bound, and how many others a rep who leaves touches. Not a test: run by
/// `benchmarks/pairing`.
@NullMarked
final class PairingBenchmark {
    private static final int ROUNDS = 7;

    private PairingBenchmark() {}

    public static void main(String[] args) {
        for (int round = 0; round < ROUNDS; round++) {
            var world = new World(new Random(round), 2_000, 50_000);
            measure("reps ", world.ones, new Random(round), world::propose);
        }
        for (int round = 0; round < ROUNDS; round++) {
            var teams = new Teams(new Random(round), 2_000, 50_000);
            measure("teams", teams.ones, new Random(round), teams::propose);
        }
    }

    private static void measure(String what, List<Person> ones, Random random, Function<Set<Pair>, Proposal> proposer) {
        long began = System.nanoTime();
        var proposal = proposer.apply(Set.of());
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        var before = World.pairs(proposal);
        var gone = ones.remove(random.nextInt(ones.size())).rep();
        long again = System.nanoTime();
        var after = World.pairs(proposer.apply(before));
        long againMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - again);
        var kept = new HashSet<>(before);
        kept.retainAll(after);
        long parted = before.stream()
                .filter(pair -> !pair.has(gone) && !kept.contains(pair))
                .count();
        System.out.printf(
                "%s: %d ms, %d pairs, worth %d, bound %d; one rep less: %d ms, %d of the others' pairs parted%n",
                what, millis, before.size(), proposal.worth(), proposal.bound(), againMillis, parted);
    }
}
