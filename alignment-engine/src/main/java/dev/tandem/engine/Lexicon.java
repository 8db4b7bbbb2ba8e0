package dev.tandem.engine;

import java.util.List;

/// In how many accounts each word occurs, by its hash. Not safe for several threads.
final class Lexicon {
    private long[] hashes = new long[1 << 12];
    private int[] counts = new int[1 << 12];
    private int size;

    static Lexicon of(List<Lexicon> parts) {
        var all = new Lexicon();
        parts.forEach(all::add);
        return all;
    }

    private void add(Lexicon other) {
        for (var slot = 0; slot < other.hashes.length; slot++) {
            if (other.hashes[slot] != 0) {
                count(other.hashes[slot], other.counts[slot]);
            }
        }
    }

    void count(long hash, int more) {
        var slot = slot(hash);
        if (hashes[slot] == 0) {
            hashes[slot] = hash;
            if (++size * 2 > hashes.length) {
                grow();
                slot = slot(hash);
            }
        }
        counts[slot] += more;
    }

    int countOf(long hash) {
        return counts[slot(hash)];
    }

    private int slot(long hash) {
        var slot = (int) hash & hashes.length - 1;
        while (hashes[slot] != 0 && hashes[slot] != hash) {
            slot = slot + 1 & hashes.length - 1;
        }
        return slot;
    }

    private void grow() {
        var oldHashes = hashes;
        var oldCounts = counts;
        hashes = new long[oldHashes.length * 2];
        counts = new int[hashes.length];
        for (var i = 0; i < oldHashes.length; i++) {
            if (oldHashes[i] != 0) {
                var slot = slot(oldHashes[i]);
                hashes[slot] = oldHashes[i];
                counts[slot] = oldCounts[i];
            }
        }
    }
}
