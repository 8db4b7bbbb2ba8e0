package dev.tandem.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a query finds its documents: stretches of an index, or of the documents themselves when there is no index.
///
/// @param sorted whether the documents come in the order asked for
/// @param reverse whether to go from the last stretch's end to the first one's beginning
/// @param worth how much the stretches narrow the search down; compares plans for the same query
record Plan(@Nullable SortedIndex index, List<Stretch> stretches, boolean sorted, boolean reverse, int worth) {

    private static final int MAX_STRETCHES = 10_000;

    static boolean tooMany(int stretches) {
        return stretches > MAX_STRETCHES;
    }

    /// The keys from one to another, both included.
    record Stretch(Key from, Key to) {}

    List<Stretch> inOrder() {
        return reverse ? stretches.reversed() : stretches;
    }

    Plan better(Plan other) {
        return other.worth > worth ? other : this;
    }
}
