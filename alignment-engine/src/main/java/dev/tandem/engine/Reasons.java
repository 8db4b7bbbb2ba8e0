package dev.tandem.engine;

/// Says of pair after pair what speaks for it, as [Explanation#because()] does, but leaves nothing to collect;
/// one instance a thread.
record Reasons(Book a, Book b, Comparison comparison, Commonness common) {
    /// The bits of the pair.
    float of(int rowOfA, int rowOfB, StringBuilder because) {
        common.at(a, rowOfA);
        var bits = comparison.compare(a, rowOfA, b, rowOfB, common);
        var last = -1;
        for (var count = 0; count < Explanation.MOST_IN_SENTENCE; count++) {
            last = next(last);
            if (last < 0) {
                break;
            }
            because.append(count == 0 ? "" : "; ").append(comparison.clue(last).words);
        }
        return bits;
    }

    /// The weightiest that comes after the last one; those of equal weight in the order of comparison.
    private int next(int last) {
        var next = -1;
        for (var n = 0; n < comparison.size(); n++) {
            var counts = comparison.bits(n) >= Explanation.LEAST_IN_SENTENCE && comparison.clue(n) != Clue.START;
            if (counts && comesAfter(n, last) && (next < 0 || comparison.bits(n) > comparison.bits(next))) {
                next = n;
            }
        }
        return next;
    }

    private boolean comesAfter(int n, int last) {
        return last < 0
                || comparison.bits(n) < comparison.bits(last)
                || (comparison.bits(n) == comparison.bits(last) && n > last);
    }
}
