package dev.tandem.engine;

/// In which blocks an account has keys. Holds those of the account asked for last; one instance a thread.
final class Addressing {
    private final Book book = new Book();
    private final Statistics statistics;
    private final Keys keys;
    private final int blocks;
    /// A bit for each block.
    private long mask;

    Addressing(Statistics statistics, int blocks) {
        this.statistics = statistics;
        this.blocks = blocks;
        keys = new Keys(statistics, new NearWords(statistics), this::isPlace);
    }

    private boolean isPlace(long place) {
        mask |= 1L << Places.block(place, blocks);
        return true;
    }

    /// What is known of the account where it is not compared.
    Member of(BlockEntry entry, AccountRow row, long print) {
        book.clear();
        var at = book.add(row);
        book.weigh(statistics, at);
        book.aliases.row(at, entry.knownAs());
        mask = 0;
        keys.of(book, at);
        return new Member(print, book.fact(at, Book.NAME), mask);
    }

    long nameKey(String name) {
        return book.nameKey(name);
    }

    /// @param print of what the blocks are told of the account
    /// @param name the key of its name
    /// @param blocks in which it has keys, a bit for each
    record Member(long print, long name, long blocks) {}
}
