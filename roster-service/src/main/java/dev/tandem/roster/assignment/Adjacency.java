package dev.tandem.roster.assignment;

/// The pairs of each left, one left after the other, each in the order in which it was added.
final class Adjacency {
    private final int[] first;
    private final int[] pairs;

    Adjacency(Candidates candidates) {
        first = new int[candidates.lefts() + 1];
        for (int pair = 0; pair < candidates.size(); pair++) {
            first[candidates.left(pair) + 1]++;
        }
        for (int left = 0; left < candidates.lefts(); left++) {
            first[left + 1] += first[left];
        }
        pairs = new int[candidates.size()];
        var next = first.clone();
        for (int pair = 0; pair < candidates.size(); pair++) {
            pairs[next[candidates.left(pair)]++] = pair;
        }
    }

    /// Where the pairs of a left begin; they end where those of the next begin.
    int first(int left) {
        return first[left];
    }

    int pair(int index) {
        return pairs[index];
    }
}
