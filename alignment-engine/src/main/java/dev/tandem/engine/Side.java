package dev.tandem.engine;

import java.util.Arrays;

/// One party's book and where its accounts can be found by key.
final class Side {
    private static final int USUAL_KEYS = 8;
    private static final long HIGH = 0xffff_ffff_0000_0000L;

    final Book book;
    final KeyIndex index = new KeyIndex();
    /// Row numbers in the lower half, in the order of the rarest words: accounts that are compared with the
    /// same ones follow each other, so that these are still in the cache.
    private long[] order = {};

    /// Keeps what is fetched from being skipped.
    long touched;

    Side(Book book) {
        this.book = book;
    }

    /// Keeps every row under its keys.
    void index(Keys keys) {
        index.expect(book.size * USUAL_KEYS);
        order = new long[book.size];
        for (var row = 0; row < book.size; row++) {
            keys.of(book, row);
            touched += index.touch(keys.key, keys.size);
            for (var n = 0; n < keys.size; n++) {
                index.add(keys.key[n], row);
            }
            order[row] = (keys.rarest(book) & HIGH) | row;
        }
        Arrays.parallelSort(order);
    }

    /// The row that is to be compared as the `n`th.
    int inOrder(int n) {
        return (int) order[n];
    }
}
