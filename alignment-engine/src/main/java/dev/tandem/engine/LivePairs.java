package dev.tandem.engine;

/// Finds the pairs of an account in two books that change.
final class LivePairs implements Evidences {
    private final LiveBook a;
    private final LiveBook b;
    private final Comparison comparison = new Comparison(Weights.shipped());
    private final Reach reach = new Reach(Weights.shipped());
    private final Candidates ofA;
    private final Candidates ofB;
    private final Commonness common;

    LivePairs(LiveBook a, LiveBook b, Statistics statistics, Keys keys) {
        this.a = a;
        this.b = b;
        ofA = new Candidates(a.side, b.side, keys);
        ofB = new Candidates(b.side, a.side, keys);
        common = new Commonness(a.side.index, b.side.index, statistics);
    }

    /// A book has changed.
    void forget() {
        common.forget();
    }

    @Override
    public boolean has(Party party, String account) {
        return book(party).has(account);
    }

    @Override
    public float bits(String idOfA, String idOfB) {
        return comparison.compare(a.side.book, a.row(idOfA), b.side.book, b.row(idOfB), common);
    }

    Explanation explain(String idOfA, String idOfB) {
        bits(idOfA, idOfB);
        return comparison.explanation();
    }

    boolean areCompared(String idOfA, String idOfB) {
        ofA.find(a.row(idOfA));
        return ofA.has(b.row(idOfB));
    }

    @Override
    public void pairs(Party party, String account, Taker taker) {
        var row = book(party).row(account);
        var candidates = party == Party.A ? ofA : ofB;
        candidates.find(row);
        common.know(book(party).side.book, row, candidates);
        for (var n = 0; n < candidates.size; n++) {
            var rowOfA = party == Party.A ? row : candidates.rows[n];
            var rowOfB = party == Party.A ? candidates.rows[n] : row;
            if (reach.canReach(Alignment.FLOOR, a.side.book, rowOfA, b.side.book, rowOfB, common)) {
                var bits = comparison.compare(a.side.book, rowOfA, b.side.book, rowOfB, common);
                if (bits >= Alignment.FLOOR) {
                    taker.take(book(party.other()).side.book.id(candidates.rows[n]), bits);
                }
            }
        }
    }

    private LiveBook book(Party party) {
        return party == Party.A ? a : b;
    }
}
