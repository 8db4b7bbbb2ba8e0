package dev.tandem.engine;

import java.util.Arrays;

/// The ids of a file by their hashes: tells at once for all whether one may be there twice.
final class IdHashes {
    private long[] hashes;
    private int size;

    IdHashes(int expected) {
        hashes = new long[Math.max(1, expected)];
    }

    void add(long hash) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * size);
        }
        hashes[size++] = hash;
    }

    /// False if all are different. To be asked once.
    boolean mayRepeat() {
        Arrays.sort(hashes, 0, size);
        for (var n = 1; n < size; n++) {
            if (hashes[n] == hashes[n - 1]) {
                return true;
            }
        }
        return false;
    }
}
