package dev.tandem.roster.pairing;

import dev.tandem.contracts.RepId;
import java.util.Comparator;

/// Two reps of different parties, the lesser id first, so that there is one of each.
record Pair(RepId one, RepId other) implements Comparable<Pair> {
    private static final Comparator<Pair> ORDER =
            Comparator.comparing(Pair::one).thenComparing(Pair::other);

    static Pair of(RepId one, RepId other) {
        return one.compareTo(other) <= 0 ? new Pair(one, other) : new Pair(other, one);
    }

    boolean has(RepId rep) {
        return one.equals(rep) || other.equals(rep);
    }

    RepId besides(RepId rep) {
        return one.equals(rep) ? other : one;
    }

    @Override
    public int compareTo(Pair than) {
        return ORDER.compare(this, than);
    }
}
