package dev.tandem.engine;

/// What a score depends on besides the two accounts: how rare words are, and how likely an account has a
/// counterpart at all. Taken once and kept, so that a score of the past can be had again, and so that a
/// stream of changes and a batch come to the same.
public final class Snapshot {
    /// As if one account in nine had a counterpart; at this, nine in ten matches or more were right on all
    /// labelled books.
    private static final double WARY = 10;

    /// By how many bits a match is better than any other pair of its accounts.
    static final float MARGIN = 1;
    private static final float WARY_MARGIN = 2;

    final Statistics statistics;
    final double against;
    final float margin;

    Snapshot(Statistics statistics, double against, float margin) {
        this.statistics = statistics;
        this.against = against;
        this.margin = margin;
    }

    /// One that knows nothing: every word is as rare as in a small book, and the usual rate has a
    /// counterpart.
    public static Snapshot empty() {
        return new Snapshot(Statistics.of(), 1, MARGIN);
    }

    /// One that knows nothing of anybody's accounts, for books whose owners must not learn of each other's
    /// accounts by scores that these have moved: as [#empty()], but wary, for fewer accounts may have a
    /// counterpart than usual, and a false match is worse than a missed one.
    public static Snapshot impartial() {
        return new Snapshot(Statistics.of(), WARY, WARY_MARGIN);
    }
}
