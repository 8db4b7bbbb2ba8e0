package dev.tandem.engine;

import java.util.Arrays;

/// How each token is spelled, found by its hash; and in how many accounts it occurs. Not safe for several
/// threads.
final class Lexicon {
    private long[] hashes = new long[1 << 12];
    private String[] spellings = new String[1 << 12];
    private int[] counts = new int[1 << 12];
    private int size;

    String spell(long hash, char[] text, int length) {
        var slot = slot(hash);
        if (hashes[slot] == 0) {
            hashes[slot] = hash;
            spellings[slot] = new String(text, 0, length);
            if (++size * 2 > hashes.length) {
                grow();
                slot = slot(hash);
            }
        }
        return spellings[slot];
    }

    void count(long hash) {
        var slot = slot(hash);
        if (hashes[slot] == 0) {
            hashes[slot] = hash;
            spellings[slot] = "";
            if (++size * 2 > hashes.length) {
                grow();
                slot = slot(hash);
            }
        }
        counts[slot]++;
    }

    /// As if each token of another lexicon was counted here as often.
    void countAll(Lexicon other) {
        for (var hash : other.hashes()) {
            count(hash);
            counts[slot(hash)] += other.countOf(hash) - 1;
        }
    }

    int countOf(long hash) {
        return counts[slot(hash)];
    }

    String spellingOf(long hash) {
        var spelling = spellings[slot(hash)];
        return spelling == null ? "" : spelling;
    }

    int size() {
        return size;
    }

    /// All hashes, in no order that means anything.
    long[] hashes() {
        return Arrays.stream(hashes).filter(hash -> hash != 0).toArray();
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
        var oldSpellings = spellings;
        var oldCounts = counts;
        hashes = new long[oldHashes.length * 2];
        spellings = new String[hashes.length];
        counts = new int[hashes.length];
        for (var i = 0; i < oldHashes.length; i++) {
            if (oldHashes[i] != 0) {
                var slot = slot(oldHashes[i]);
                hashes[slot] = oldHashes[i];
                spellings[slot] = oldSpellings[i];
                counts[slot] = oldCounts[i];
            }
        }
    }
}
