package dev.tandem.engine;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/// Finds the pairs of two whole books on all processors: first the keys of all rows, in shares; then which rows meet at
/// a key; then what those that meet have in common. The same pairs in the same order, whichever thread does what.
final class Crossroads {
    private static final int CHUNK = 4096;
    private static final long HIGH = 0xffff_ffff_0000_0000L;

    private final Book a;
    private final Book b;
    private final Steps steps;
    private final Supplier<Keys> keys;
    private final ExecutorService threads;
    /// The rows of A in the lower half, the beginning of the hash of their rarest word in the upper. In this order rows
    /// that meet the same ones follow each other, so that these are still in the cache.
    private final long[] order;

    Crossroads(Book a, Book b, Supplier<Keys> keys, ExecutorService threads) {
        this.a = a;
        this.b = b;
        this.keys = keys;
        this.threads = threads;
        steps = new Steps(a.size);
        order = new long[a.size];
    }

    /// How common is what rows of A have; to be asked for after the pairs.
    Steps steps() {
        return steps;
    }

    Edges edges(float[] weights, Statistics statistics) {
        var met = meetings(new Glance(a, b, weights));
        var rows = Arrays.stream(order).mapToInt(place -> (int) place).toArray();
        var edges = new Edges[Meetings.chunks(a.size)];
        Threads.share(
                threads,
                edges.length,
                () -> new Pairs(a, b, steps, weights, statistics),
                (pairs, chunk) -> edges[chunk] = pairs.of(chunk, rows, met));
        return Edges.of(edges);
    }

    private Lists[] meetings(Glance glance) {
        var parts = keys(glance);
        Arrays.parallelSort(order);
        for (var n = 0; n < order.length; n++) {
            steps.place[(int) order[n]] = n;
        }
        var owners = Lexicon.of(parts.stream().map(part -> part.owners).toList());
        return Threads.share(
                        threads,
                        parts.getFirst().shares(),
                        () -> new Meetings(parts.toArray(KeyLists[]::new), owners, steps, glance),
                        Meetings::of)
                .stream()
                .map(meetings -> meetings.pairs)
                .toArray(Lists[]::new);
    }

    private List<KeyLists> keys(Glance glance) {
        var ofA = chunks(a.size);
        return Threads.share(
                threads,
                ofA + chunks(b.size),
                () -> new KeyLists(keys.get(), a.size, b.size, Threads.COUNT),
                (lists, chunk) -> {
                    if (chunk < ofA) {
                        keysOfA(chunk, lists, glance);
                    } else {
                        keysOfB(chunk - ofA, lists, glance);
                    }
                });
    }

    private void keysOfA(int chunk, KeyLists lists, Glance glance) {
        for (var row = chunk * CHUNK; row < Math.min((chunk + 1) * CHUNK, a.size); row++) {
            order[row] = (lists.addOfA(a, row) & HIGH) | row;
            glance.lookAtA(row);
        }
    }

    private void keysOfB(int chunk, KeyLists lists, Glance glance) {
        for (var row = chunk * CHUNK; row < Math.min((chunk + 1) * CHUNK, b.size); row++) {
            lists.addOfB(b, row);
            glance.lookAtB(row);
        }
    }

    private static int chunks(int rows) {
        return (rows + CHUNK - 1) / CHUNK;
    }
}
