package dev.tandem.engine;

import java.util.Arrays;

/// Of each row of a book the two best pairs, in bits, so that any pair's best rival can be told.
final class Rivals {
    static final float NONE = Float.NEGATIVE_INFINITY;

    private final float[] best;
    private final float[] second;

    Rivals(int[] rows, float[] bits, int edges, int size) {
        best = new float[size];
        second = new float[size];
        Arrays.fill(best, NONE);
        Arrays.fill(second, NONE);
        for (var e = 0; e < edges; e++) {
            add(rows[e], bits[e]);
        }
    }

    private void add(int row, float bits) {
        if (bits > best[row]) {
            second[row] = best[row];
            best[row] = bits;
        } else if (bits > second[row]) {
            second[row] = bits;
        }
    }

    /// The best pair of the row besides one of so many bits.
    float of(int row, float bits) {
        return bits == best[row] ? second[row] : best[row];
    }
}
