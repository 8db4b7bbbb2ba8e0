package dev.tandem.engine;

import java.util.Arrays;

/// The rows of B that each row of a chunk of A meets, each once and in their order; one instance a thread.
final class Met {
    int[] rows = {};
    /// By place in the chunk: where its rows start and end.
    final int[] start = new int[Meetings.CHUNK + 1];

    private final int[] end = new int[Meetings.CHUNK];
    private long[] pairs = {};
    private static final int[] NONE = {};

    void read(int chunk, Lists... parts) {
        var size = Lists.size(chunk, parts);
        if (size > pairs.length) {
            pairs = new long[size + (size >> 2)];
            rows = new int[pairs.length];
        }
        var at = 0;
        for (var part : parts) {
            at = part.copy(chunk, pairs, NONE, at);
        }
        sort(size);
    }

    private void sort(int size) {
        Arrays.fill(start, 0);
        for (var n = 0; n < size; n++) {
            start[place(n) + 1]++;
        }
        for (var place = 0; place < Meetings.CHUNK; place++) {
            end[place] = start[place];
            start[place + 1] += start[place];
        }
        for (var n = 0; n < size; n++) {
            rows[end[place(n)]++] = (int) pairs[n];
        }
    }

    private int place(int n) {
        return (int) (pairs[n] >>> Integer.SIZE);
    }

    /// Sorts the rows of a place and leaves out those that are there already; where they end.
    int end(int place) {
        Arrays.sort(rows, start[place], start[place + 1]);
        var end = start[place];
        for (var n = start[place]; n < start[place + 1]; n++) {
            if (end == start[place] || rows[n] != rows[end - 1]) {
                rows[end++] = rows[n];
            }
        }
        return end;
    }
}
