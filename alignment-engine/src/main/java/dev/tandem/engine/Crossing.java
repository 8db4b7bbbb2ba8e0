package dev.tandem.engine;

import java.util.function.IntConsumer;

/// Which accounts of one party have other pairs when a key becomes common or rare among them: those that the key, or
/// a word almost the same as it, could pair with an account of the other party. Most accounts that share a common key
/// have nothing else in common, and are left as they are.
final class Crossing {
    final Side mine;
    final Keys keys;
    private final Side theirs;
    private final boolean isOfA;
    private final Reach reach = new Reach(Weights.shipped());
    private final Commonness common;

    private Crossing(Side mine, Side theirs, boolean isOfA, Keys keys, Statistics statistics) {
        this.mine = mine;
        this.theirs = theirs;
        this.isOfA = isOfA;
        this.keys = keys;
        // What could count does not depend on how many others have something.
        common = Commonness.of(_ -> 0, statistics);
    }

    static Crossing ofA(Side a, Side b, Keys keys, Statistics statistics) {
        return new Crossing(a, b, true, keys, statistics);
    }

    static Crossing ofB(Side a, Side b, Keys keys, Statistics statistics) {
        return new Crossing(b, a, false, keys, statistics);
    }

    /// Tells the rows of what the `n`th of the keys asked for last concerns, now that so many fewer accounts have it
    /// than before; fewer than none if there are more.
    void of(int n, int fewer, IntConsumer touched) {
        var found = mine.index.find(keys.key[n]);
        var now = mine.index.size(found);
        var most = Keys.MOST[keys.type[n]];
        var isPairing = isOther(n, now, now + fewer);
        var isNear = keys.type[n] == Keys.WORD && now > most != now + fewer > most;
        for (var i = 0; (isPairing || isNear) && i < now; i++) {
            var row = mine.index.row(found, i);
            if ((isPairing && meets(row, keys.key[n], most)) || (isNear && meetsNear(row, keys.value[n]))) {
                touched.accept(row);
            }
        }
    }

    /// A key stands where the book stands in which more accounts have it.
    private boolean isOther(int n, int now, int before) {
        var others = theirs.index.size(theirs.index.find(keys.key[n]));
        return others > 0
                && keys.stepHere(keys.type[n], Math.max(now, others))
                        != keys.stepHere(keys.type[n], Math.max(before, others));
    }

    private boolean meetsNear(int row, long word) {
        for (var near : keys.near(word)) {
            if (meets(row, Keys.keyOf(Keys.WORD, near), Keys.MOST[Keys.WORD])) {
                return true;
            }
        }
        return false;
    }

    private boolean meets(int row, long key, int most) {
        var found = theirs.index.find(key);
        var count = theirs.index.size(found);
        for (var i = 0; count <= most && i < count; i++) {
            if (canReach(row, theirs.index.row(found, i))) {
                return true;
            }
        }
        return false;
    }

    private boolean canReach(int row, int other) {
        return isOfA
                ? reach.canReach(Alignment.FLOOR, mine.book, row, theirs.book, other, common)
                : reach.canReach(Alignment.FLOOR, theirs.book, other, mine.book, row, common);
    }
}
