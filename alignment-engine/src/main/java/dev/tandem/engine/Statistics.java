package dev.tandem.engine;

import java.util.stream.Stream;

/// How rare each word is, as a snapshot: a score is a pure function of two accounts, the weights and this.
/// Words that the snapshot has not seen are as rare as in a small book that has them once.
final class Statistics {
    private static final float PRIOR_ACCOUNTS = 1000;
    private static final float PRIOR_OF_CONCEPT = 15;
    private static final float LEAST = 0.5f;

    private final Lexicon counts;
    private final float accounts;

    private Statistics(Lexicon counts, int accounts) {
        this.counts = counts;
        this.accounts = accounts;
    }

    static Statistics of(Book... books) {
        var counts = new Lexicon();
        for (var book : books) {
            book.count(counts);
        }
        return new Statistics(counts, Stream.of(books).mapToInt(Book::size).sum());
    }

    /// Less than the information of a word that so many accounts have, more than that of one that more have.
    float infoBetween(int count, byte kind) {
        var seen = count + 0.5f + (kind == NameReader.CONCEPT ? PRIOR_OF_CONCEPT : 0);
        return log2((accounts + PRIOR_ACCOUNTS) / (seen + 1));
    }

    /// In how many accounts the word occurs.
    int count(long token) {
        return counts.countOf(token);
    }

    /// What it says that two names share the word, in bits.
    float info(long token, byte kind) {
        var seen = counts.countOf(token) + (kind == NameReader.CONCEPT ? PRIOR_OF_CONCEPT : 0);
        return Math.max(LEAST, log2((accounts + PRIOR_ACCOUNTS) / (seen + 1)));
    }

    /// The information of a word that so many accounts have; in a small book, that so many would have in a book
    /// of a thousand, for what is unique among ten may be common.
    float infoOf(float count) {
        var here = count / Math.max(1, PRIOR_ACCOUNTS / Math.max(1, accounts));
        return log2((accounts + PRIOR_ACCOUNTS) / (here + 1));
    }

    static float log2(float value) {
        return (float) (Math.log(value) / Math.log(2));
    }
}
