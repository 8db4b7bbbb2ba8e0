package dev.tandem.roster.assignment;

/// The pairs that hold the places of each right.
final class Places {
    private final int[] first;
    private final int[] held;
    private final int[] taken;

    Places(Candidates candidates) {
        first = new int[candidates.rights() + 1];
        for (int right = 0; right < candidates.rights(); right++) {
            first[right + 1] = first[right] + candidates.rightCapacity(right);
        }
        held = new int[first[candidates.rights()]];
        taken = new int[candidates.rights()];
    }

    boolean isFree(int right) {
        return first[right] + taken[right] < first[right + 1];
    }

    int taken(int right) {
        return taken[right];
    }

    int pair(int right, int index) {
        return held[first[right] + index];
    }

    void take(int right, int pair) {
        held[first[right] + taken[right]++] = pair;
    }

    void leave(int right, int pair) {
        int at = first[right];
        while (held[at] != pair) {
            at++;
        }
        held[at] = held[first[right] + --taken[right]];
    }
}
