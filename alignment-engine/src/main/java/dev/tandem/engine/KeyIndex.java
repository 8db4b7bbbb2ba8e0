package dev.tandem.engine;

import java.util.Arrays;

/// Which rows of a book have a key: lists of rows in one pool, each grown in place by doubling. Rows of one
/// key are in no order that means anything. Not safe for several threads while it changes.
final class KeyIndex {
    private long[] keys = new long[1 << 10];
    private int[] from = new int[1 << 10];
    private int[] sizes = new int[1 << 10];
    private int[] capacities = new int[1 << 10];
    private int[] pool = new int[1 << 10];
    private int used;
    private int entries;

    void add(long key, int row) {
        var slot = slot(key);
        if (keys[slot] == 0) {
            keys[slot] = key;
            if (++entries * 2 > keys.length) {
                grow();
                slot = slot(key);
            }
        }
        append(slot, row);
    }

    void remove(long key, int row) {
        var slot = slot(key);
        for (var i = 0; i < sizes[slot]; i++) {
            if (pool[from[slot] + i] == row) {
                pool[from[slot] + i] = pool[from[slot] + --sizes[slot]];
                return;
            }
        }
    }

    /// Where the list of a key is; to be asked for its size and rows at once.
    int find(long key) {
        return slot(key);
    }

    int size(int found) {
        return sizes[found];
    }

    int row(int found, int i) {
        return pool[from[found] + i];
    }

    private void append(int slot, int row) {
        var size = sizes[slot];
        if (size == capacities[slot]) {
            move(slot, size, Math.max(1, size * 2));
        }
        pool[from[slot] + size] = row;
        sizes[slot] = size + 1;
    }

    private void move(int slot, int size, int capacity) {
        if (used + capacity > pool.length) {
            pool = Arrays.copyOf(pool, Math.max(pool.length * 2, used + capacity));
        }
        System.arraycopy(pool, from[slot], pool, used, size);
        from[slot] = used;
        capacities[slot] = capacity;
        used += capacity;
    }

    private int slot(long key) {
        var slot = (int) key & keys.length - 1;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    private void grow() {
        var oldKeys = keys;
        var oldFrom = from;
        var oldSizes = sizes;
        var oldCapacities = capacities;
        keys = new long[oldKeys.length * 2];
        from = new int[keys.length];
        sizes = new int[keys.length];
        capacities = new int[keys.length];
        for (var i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                var slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                from[slot] = oldFrom[i];
                sizes[slot] = oldSizes[i];
                capacities[slot] = oldCapacities[i];
            }
        }
    }
}
