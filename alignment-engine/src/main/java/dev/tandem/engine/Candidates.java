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
        keys.near(mine.book, row);
        look(ofItself);
        for (var n = ofItself - 1; n >= 0; n--) {
            most[keys.type[n]] = Math.max(theirs.index.size(found[n]), mine.index.size(own[n]));
        }
        for (var n = 0; n < ofItself; n++) {
            collect(found[n], own[n], keys.type[n]);
        }
        for (var n = ofItself; n < keys.size; n++) {
            near(found[n], own[n], keys.key[n]);
        }
        touched += touch(theirs.book);
    }

    /// How many accounts of one book have the domain, phone or name of the account asked for last, the larger number
    /// of the two books; means nothing where the account has none.
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
        }
        touched += theirs.index.touch(keys.key, keys.size) + mine.index.touch(keys.key, ofItself);
        for (var n = 0; n < keys.size; n++) {
            found[n] = theirs.index.find(keys.key[n]);
            own[n] = mine.index.find(n < ofItself ? keys.key[n] : keys.own[n]);
        }
    }

    private void collect(int found, int own, int kind) {
        var index = theirs.index;
        var count = index.size(found);
        if (count == 0 || count > Keys.MOST[kind]) {
            return;
        }
        if (mine.index.size(own) > Keys.MOST[kind]) {
            return;
        }
        for (var n = 0; n < count; n++) {
            add(index.row(found, n));
        }
    }

    private void near(int found, int own, long key) {
        var count = theirs.index.size(found);
        if (count <= Keys.MOST[Keys.WORD] && mine.index.size(own) <= Keys.MOST[Keys.WORD]) {
            for (var n = 0; n < count; n++) {
                var row = theirs.index.row(found, n);
                var isOfDomain = Keys.keyOf(Keys.WORD, theirs.book.labelWord[row]) == key;
                if (!isOfDomain || keys.isOfName(theirs.book, row, key)) {
                    add(row);
                }
            }
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

    /// Has the memory of the rows fetched all at once, so that comparing them does not wait for each. The number
    /// means nothing; were it not asked for, nothing would be fetched.
    private long touch(Book book) {
        var touching = 0L;
        for (var n = 0; n < size; n++) {
            var fact = rows[n] * Book.FACTS;
            touching += book.facts[fact] + book.facts[fact + Book.FACTS / 2] + book.signature[rows[n] * Book.SIGNATURE];
        }
        for (var n = 0; n < size; n++) {
            touching += book.words[book.start[rows[n]]];
        }
        return touching;
    }
}
