package dev.tandem.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What texts were read as, by their hashes: most are met again and again. Not safe for several threads.
final class Remembered<T> {
    private long[] hashes = new long[1 << 8];
    private @Nullable Object[] values = new @Nullable Object[1 << 8];
    private int size;

    /// Null if it was not met yet.
    @SuppressWarnings("unchecked") // Nothing else is put.
    @Nullable
    T get(long hash) {
        return (T) values[slot(hash)];
    }

    T put(long hash, T value) {
        if (++size * 2 > hashes.length) {
            grow();
        }
        var slot = slot(hash);
        hashes[slot] = hash;
        values[slot] = value;
        return value;
    }

    private int slot(long hash) {
        var slot = (int) hash & hashes.length - 1;
        while (values[slot] != null && hashes[slot] != hash) {
            slot = slot + 1 & hashes.length - 1;
        }
        return slot;
    }

    private void grow() {
        var oldHashes = hashes;
        var oldValues = values;
        hashes = new long[oldHashes.length * 2];
        values = Arrays.copyOf(new @Nullable Object[0], hashes.length);
        for (var i = 0; i < oldHashes.length; i++) {
            if (oldValues[i] != null) {
                var slot = slot(oldHashes[i]);
                hashes[slot] = oldHashes[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
