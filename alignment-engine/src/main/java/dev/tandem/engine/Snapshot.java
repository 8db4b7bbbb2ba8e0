package dev.tandem.engine;

/// What a score depends on besides the two accounts: how rare words are, and how likely an account has a
/// counterpart at all. Taken once and kept, so that a score of the past can be had again, and so that a
/// stream of changes and a batch come to the same.
public final class Snapshot {
    final Statistics statistics;
    final double against;

    Snapshot(Statistics statistics, double against) {
        this.statistics = statistics;
        this.against = against;
    }

    /// One that knows nothing: every word is as rare as in a small book, and the usual rate has a
    /// counterpart.
    public static Snapshot empty() {
        return new Snapshot(Statistics.of(), 1);
    }
}
