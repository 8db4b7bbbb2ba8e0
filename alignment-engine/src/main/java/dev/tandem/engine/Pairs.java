package dev.tandem.engine;

/// Scores the pairs of rows of two books that meet; one instance a thread.
final class Pairs {
    private final Book a;
    private final Book b;
    private final Met met = new Met();
    private final Comparison comparison;
    private final Reach reach;
    private final Commonness common;
    /// Keeps what is fetched from being skipped.
    long touched;

    Pairs(Book a, Book b, Steps steps, float[] weights, Statistics statistics) {
        this.a = a;
        this.b = b;
        comparison = new Comparison(weights);
        reach = new Reach(weights);
        common = Commonness.of(steps, statistics);
    }

    /// @param rows of A, in the order in which they are compared
    Edges of(int chunk, int[] rows, Lists... parts) {
        var edges = new Edges();
        met.read(chunk, parts);
        var from = chunk * Meetings.CHUNK;
        for (var place = 0; place < Math.min(Meetings.CHUNK, rows.length - from); place++) {
            of(rows[from + place], met.start[place], met.end(place), edges);
        }
        return edges;
    }

    private void of(int row, int from, int to, Edges edges) {
        common.at(a, row);
        touched += b.touch(met.rows, from, to);
        for (var n = from; n < to; n++) {
            var other = met.rows[n];
            if (reach.canReach(Alignment.FLOOR, a, row, b, other, common)) {
                var bits = comparison.compare(a, row, b, other, common);
                if (bits >= Alignment.FLOOR) {
                    edges.add(row, other, bits);
                }
            }
        }
    }
}
