package dev.tandem.engine;

/// One party's book and where its accounts can be found by key.
record Side(Book book, KeyIndex index) {
    private static final int USUAL_KEYS = 8;

    Side(Book book) {
        this(book, new KeyIndex());
    }

    /// Keeps every row under its keys.
    void index(Keys keys) {
        index.expect(book.size * USUAL_KEYS);
        for (var row = 0; row < book.size; row++) {
            keys.of(book, row);
            for (var n = 0; n < keys.size; n++) {
                index.add(keys.key[n], row);
            }
        }
    }
}
