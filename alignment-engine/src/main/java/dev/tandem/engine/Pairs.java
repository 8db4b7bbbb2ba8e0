package dev.tandem.engine;

/// Finds and scores the pairs of one account with those of another book; one instance a thread.
final class Pairs {
    private final Side mine;
    private final Side theirs;
    private final Candidates candidates;
    private final Comparison comparison;
    private final Reach reach;
    private final Commonness common;

    Pairs(Side mine, Side theirs, Keys keys, float[] weights, Statistics statistics) {
        this.mine = mine;
        this.theirs = theirs;
        comparison = new Comparison(weights);
        reach = new Reach(weights);
        candidates = new Candidates(mine, theirs, keys);
        common = new Commonness(mine.index, theirs.index, statistics);
    }

    void of(int row, Edges edges) {
        candidates.find(row);
        common.know(mine.book, row, candidates);
        for (var n = 0; n < candidates.size; n++) {
            var other = candidates.rows[n];
            if (reach.canReach(Alignment.FLOOR, mine.book, row, theirs.book, other, common)) {
                var bits = comparison.compare(mine.book, row, theirs.book, other, common);
                if (bits >= Alignment.FLOOR) {
                    edges.add(row, other, bits);
                }
            }
        }
    }
}
