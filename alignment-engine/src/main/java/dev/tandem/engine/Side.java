package dev.tandem.engine;

/// One party's book and where its accounts can be found by key.
final class Side {
    private static final int USUAL_KEYS = 8;

    final Book book;
    final KeyIndex index = new KeyIndex();

    /// Keeps what is fetched from being skipped.
    long touched;

    Side(Book book) {
        this.book = book;
    }

    /// Keeps every row under its keys.
    void index(Keys keys) {
        index.expect(book.size * USUAL_KEYS);
        for (var row = 0; row < book.size; row++) {
            keys.of(book, row);
            touched += index.touch(keys.key, keys.size);
            for (var n = 0; n < keys.size; n++) {
                index.add(keys.key[n], row);
            }
        }
    }
}
