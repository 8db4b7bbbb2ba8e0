package dev.tandem.engine;

import java.util.Arrays;

/// Finds the rows of another book that share a key with a row. Holds those found last, each once, with the
/// kinds of keys and the rarest word by which it was found; one instance a thread.
final class Candidates {
    int[] rows = new int[256];
    int size;
    private int[] kinds = new int[256];
    private int[] rarest = new int[256];
    private final Keys keys;
    private final Side mine;
    private final Side theirs;
    /// By row: the round in which it was found last, and where it stands among those found.
    private long[] seen;
    private int round;
    /// Where the keys are: all are looked up before any is followed, so that the memory is asked for many at once.
    private final int[] found = new int[Keys.MOST_KEYS];

    Candidates(Side mine, Side theirs, Keys keys) {
        this.mine = mine;
        this.theirs = theirs;
        this.keys = keys;
        seen = new long[theirs.book().ids.length];
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
        for (var n = 0; n < keys.size; n++) {
            found[n] = theirs.index().find(keys.key[n]);
        }
        for (var n = 0; n < keys.size; n++) {
            collect(found[n], keys.type[n], n < own ? keys.key[n] : keys.own[n]);
        }
    }

    /// Whether the row is among those found last.
    boolean has(int row) {
        return seen[row] >>> 32 == round;
    }

    /// Whether the pair with a candidate could have evidence enough to be kept.
    boolean isWorthIt(int candidate, Comparison comparison, Book a, int i, Book b, int k) {
        return isFoundBy(candidate, Keys.LABEL)
                || isFoundBy(candidate, Keys.ACRONYM)
                || comparison.canReach(Alignment.FLOOR, a, i, b, k, rarest[candidate]);
    }

    private boolean isFoundBy(int candidate, int kind) {
        return (kinds[candidate] & 1 << kind) != 0;
    }

    private void collect(int found, int kind, long ownKey) {
        var index = theirs.index();
        var count = index.size(found);
        if (count == 0 || count > Keys.MOST[kind]) {
            return;
        }
        var others = mine.index().size(mine.index().find(ownKey));
        if (others > Keys.MOST[kind]) {
            return;
        }
        for (var n = 0; n < count; n++) {
            add(index.row(found, n), kind, Math.max(count, others));
        }
    }

    private void add(int row, int kind, int count) {
        if ((int) (seen[row] >>> 32) != round) {
            seen[row] = (long) round << 32 | size;
            append(row);
        }
        var at = (int) seen[row];
        kinds[at] |= 1 << kind;
        if (kind == Keys.WORD) {
            rarest[at] = Math.min(rarest[at], count);
        }
    }

    private void append(int row) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, size * 2);
            kinds = Arrays.copyOf(kinds, size * 2);
            rarest = Arrays.copyOf(rarest, size * 2);
        }
        rows[size] = row;
        kinds[size] = 0;
        rarest[size++] = Integer.MAX_VALUE;
    }
}
