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
    /// Keeps what is fetched from being skipped.
    long touched;
    /// Where the keys are: all are looked up before any is followed, so that the memory is asked for many at once.
    private int[] found = new int[Keys.USUAL_KEYS];

    private int[] own = new int[Keys.USUAL_KEYS];
    private long[] asked = new long[Keys.USUAL_KEYS];
    /// By type of key: how many accounts of one book have that of the account.
    private final int[] most = new int[Keys.MOST.length];

    Candidates(Side mine, Side theirs, Keys keys) {
        this.mine = mine;
        this.theirs = theirs;
        this.keys = keys;
        seen = new int[theirs.book.ids.length];
    }

    void find(int row) {
        size = 0;
        round++;
        if (seen.length < theirs.book.size) {
            seen = Arrays.copyOf(seen, theirs.book.ids.length);
        }
        keys.of(mine.book, row);
        var ofItself = keys.size;
        keys.near(mine.book);
        look(ofItself);
        for (var n = ofItself - 1; n >= 0; n--) {
            most[keys.type[n]] = Math.max(theirs.index.size(found[n]), isPairing(n) ? mine.index.size(own[n]) : 0);
        }
        for (var n = 0; n < keys.size; n++) {
            if (isPairing(n) && mine.index.size(own[n]) <= Keys.MOST[keys.type[n]]) {
                collect(n, n >= ofItself);
            }
        }
        touched += theirs.book.touch(rows, 0, size);
    }

    /// How many accounts of one book have the domain, phone or name of the account asked for last, the larger number
    /// of the two books, unless both are too many to tell apart; means nothing where the account has none.
    int most(int type) {
        return most[type];
    }

    /// Whether the row is among those found last.
    boolean has(int row) {
        return seen[row] == round;
    }

    private void look(int ofItself) {
        if (found.length < keys.size) {
            found = new int[keys.key.length];
            own = new int[keys.key.length];
            asked = new long[keys.key.length];
        }
        touched += theirs.index.touch(keys.key, keys.size);
        for (var n = 0; n < keys.size; n++) {
            found[n] = theirs.index.find(keys.key[n]);
            asked[n] = n < ofItself ? keys.key[n] : keys.own[n];
        }
        lookAtOwn();
    }

    /// How common a key is on this side matters only where it leads somewhere.
    private void lookAtOwn() {
        for (var n = 0; n < keys.size; n++) {
            touched += isPairing(n) ? mine.index.touch(asked[n]) : 0;
        }
        for (var n = 0; n < keys.size; n++) {
            own[n] = isPairing(n) ? mine.index.find(asked[n]) : 0;
        }
    }

    private boolean isPairing(int n) {
        var count = theirs.index.size(found[n]);
        return count > 0 && count <= Keys.MOST[keys.type[n]];
    }

    /// @param isNear whether the key is that of a word that is only almost the same
    private void collect(int n, boolean isNear) {
        var count = theirs.index.size(found[n]);
        for (var i = 0; i < count; i++) {
            var row = theirs.index.row(found[n], i);
            if (!isNear || !isOfDomain(row, keys.key[n]) || keys.isOfName(theirs.book, row, keys.key[n])) {
                add(row);
            }
        }
    }

    private boolean isOfDomain(int row, long key) {
        return Keys.keyOf(Keys.WORD, theirs.book.labelWord[row]) == key;
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
