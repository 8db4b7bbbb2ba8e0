package dev.tandem.engine;

import java.util.Arrays;

/// Finds the rows of another book that share a key with a row. Holds those found last, each once; one
/// instance a thread.
final class Candidates {
    int[] rows = new int[256];
    int size;
    private final Keys keys;
    private final Side mine;
    private final Side theirs;
    /// By row: the round in which it was found last.
    private int[] seen;
    private int round;
    /// Where the keys are: all are looked up before any is followed, so that the memory is asked for many at once.
    private int[] found = new int[Keys.USUAL_KEYS];

    Candidates(Side mine, Side theirs, Keys keys) {
        this.mine = mine;
        this.theirs = theirs;
        this.keys = keys;
        seen = new int[theirs.book().ids.length];
    }

    void find(int row) {
        size = 0;
        round++;
        if (seen.length < theirs.book().size) {
            seen = Arrays.copyOf(seen, theirs.book().ids.length);
        }
        keys.of(mine.book(), row);
        var own = keys.size;
        keys.near(mine.book(), row);
        found = found.length < keys.size ? new int[keys.key.length] : found;
        for (var n = 0; n < keys.size; n++) {
            found[n] = theirs.index().find(keys.key[n]);
        }
        for (var n = 0; n < keys.size; n++) {
            collect(found[n], keys.type[n], n < own ? keys.key[n] : keys.own[n]);
        }
    }

    /// Whether the row is among those found last.
    boolean has(int row) {
        return seen[row] == round;
    }

    private void collect(int found, int kind, long ownKey) {
        var index = theirs.index();
        var count = index.size(found);
        if (count == 0 || count > Keys.MOST[kind]) {
            return;
        }
        if (mine.index().size(mine.index().find(ownKey)) > Keys.MOST[kind]) {
            return;
        }
        for (var n = 0; n < count; n++) {
            add(index.row(found, n));
        }
    }

    private void add(int row) {
        if (seen[row] == round) {
            return;
        }
        seen[row] = round;
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, size * 2);
        }
        rows[size++] = row;
    }
}
