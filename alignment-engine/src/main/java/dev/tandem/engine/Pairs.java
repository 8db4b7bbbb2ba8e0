package dev.tandem.engine;

/// Finds and scores the pairs of one account with those of another book; one instance a thread.
final class Pairs {
    long compared;
    private final Side mine;
    private final Side theirs;
    private final Candidates candidates;
    private final Comparison comparison;
    private final Commonness common;

    Pairs(Side mine, Side theirs, Keys keys, Comparison comparison, Statistics statistics) {
        this.mine = mine;
        this.theirs = theirs;
        this.comparison = comparison;
        candidates = new Candidates(mine, theirs, keys);
        common = new Commonness(mine.index(), theirs.index(), statistics);
    }

    void of(int row, Edges edges) {
        candidates.find(row);
        for (var n = 0; n < candidates.size; n++) {
            var other = candidates.rows[n];
            if (candidates.isWorthIt(n, comparison, mine.book(), row, theirs.book(), other)
                    && comparison.reach.canReach(Alignment.FLOOR, mine.book(), row, theirs.book(), other, common)) {
                compared++;
                var bits = comparison.compare(mine.book(), row, theirs.book(), other, common);
                if (bits >= Alignment.FLOOR) {
                    edges.add(row, other, bits);
                }
            }
        }
    }
}
