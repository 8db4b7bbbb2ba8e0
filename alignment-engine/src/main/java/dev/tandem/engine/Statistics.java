package dev.tandem.engine;

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
        var accounts = 0;
        for (var book : books) {
            accounts += book.size;
            for (var i = 0; i < book.used; i++) {
                counts.count(book.tokens[i]);
            }
        }
        return new Statistics(counts, accounts);
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

    /// The number of accounts that have a word of this information; in a small book, the number that a book
    /// of a thousand would have, for what is unique among ten may be common.
    float expectedCount(float info) {
        var count = (float) ((accounts + PRIOR_ACCOUNTS) / Math.pow(2, info)) - 1;
        return count * Math.max(1, PRIOR_ACCOUNTS / Math.max(1, accounts));
    }

    static float log2(float value) {
        return (float) (Math.log(value) / Math.log(2));
    }
}
