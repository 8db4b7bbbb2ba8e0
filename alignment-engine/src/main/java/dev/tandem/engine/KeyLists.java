package dev.tandem.engine;

/// The keys of rows of two books as one thread found them, in shares by their first bits: what both books have of one
/// share is looked at together, in memory so small that it stays in a cache. A key has a tag, which says of which row
/// it is and of what type.
final class KeyLists {
    private static final int INDIRECT = Integer.MIN_VALUE;
    private static final int TYPE_AT = 27;
    private static final int TYPES = 15;
    private static final int USUAL_KEYS = 14;
    private static final int USUAL_SHARE = 24_000;
    private static final int MOST_BITS = 10;

    final Lists ofA;
    final Lists ofB;
    /// Keys of words that are almost those of A, each followed by the key of A's own word.
    final Lists near;
    /// How many rows of A have the key of a word, of those words that others are almost the same as.
    final Lexicon owners = new Lexicon();

    private final Keys keys;
    private final int bits;

    /// @param threads how many share the work
    KeyLists(Keys keys, int rowsOfA, int rowsOfB, int threads) {
        this.keys = keys;
        bits = bits(((long) rowsOfA + rowsOfB) * USUAL_KEYS / 2);
        ofA = new Lists(1 << bits, (long) rowsOfA * USUAL_KEYS / threads, true);
        ofB = new Lists(1 << bits, (long) rowsOfB * USUAL_KEYS / threads, true);
        near = new Lists(1 << bits, 2L * rowsOfA / threads, true);
    }

    private static int bits(long keysOfABook) {
        return Math.min(MOST_BITS, Long.SIZE - Long.numberOfLeadingZeros(keysOfABook / USUAL_SHARE));
    }

    int shares() {
        return 1 << bits;
    }

    /// Adds the keys of a row of A; the hash of its rarest word.
    long addOfA(Book book, int row) {
        keys.of(book, row);
        add(ofA, book, row);
        for (var n = 0; n < keys.size; n++) {
            if (keys.type[n] == Keys.WORD && keys.hasNear(keys.value[n])) {
                owners.count(keys.key[n], 1);
            }
        }
        addNear(book, row);
        return keys.rarest(book);
    }

    void addOfB(Book book, int row) {
        keys.of(book, row);
        add(ofB, book, row);
    }

    private void add(Lists lists, Book book, int row) {
        for (var n = 0; n < keys.size; n++) {
            lists.add(share(keys.key[n]), keys.key[n], tag(book, row, n));
        }
    }

    private void addNear(Book book, int row) {
        var ofItself = keys.size;
        keys.near(book);
        for (var n = ofItself; n < keys.size; n++) {
            near.add(share(keys.key[n]), keys.key[n], row);
            near.add(share(keys.key[n]), keys.own[n], row);
        }
    }

    private int share(long key) {
        return bits == 0 ? 0 : (int) (key >>> (Long.SIZE - bits));
    }

    private int tag(Book book, int row, int n) {
        var type = keys.type[n];
        var isAlias = type == Keys.NAME && keys.value[n] != book.fact(row, Book.NAME);
        return row | type << TYPE_AT | (isAlias || n == keys.ofLabel ? INDIRECT : 0);
    }

    static int row(int tag) {
        return tag & (1 << TYPE_AT) - 1;
    }

    static int type(int tag) {
        return tag >>> TYPE_AT & TYPES;
    }

    /// Whether the row has the key by its own name: not by an alias, nor by its domain what is the key of a word.
    static boolean isDirect(int tag) {
        return tag >= 0;
    }
}
