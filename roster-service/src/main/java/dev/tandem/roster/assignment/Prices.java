package dev.tandem.roster.assignment;

/// What a place at each left and right costs, none below zero.
final class Prices {
    private final Candidates candidates;
    private final long[] left;
    private final long[] right;

    Prices(Candidates candidates) {
        this.candidates = candidates;
        this.left = new long[candidates.lefts()];
        this.right = new long[candidates.rights()];
    }

    long left(int node) {
        return left[node];
    }

    long right(int node) {
        return right[node];
    }

    void left(int node, long price) {
        left[node] = price;
    }

    void right(int node, long price) {
        right[node] = price;
    }

    /// What the pair leaves after both prices: never above zero for one not paired, never below for one that is.
    long gain(int pair) {
        return candidates.weight(pair) - left[candidates.left(pair)] - right[candidates.right(pair)];
    }

    /// What no pairing can exceed at these prices.
    long bound() {
        long bound = 0;
        for (int node = 0; node < left.length; node++) {
            bound += left[node] * candidates.leftCapacity(node);
        }
        for (int node = 0; node < right.length; node++) {
            bound += right[node] * candidates.rightCapacity(node);
        }
        for (int pair = 0; pair < candidates.size(); pair++) {
            bound += Math.max(0, gain(pair));
        }
        return bound;
    }
}
