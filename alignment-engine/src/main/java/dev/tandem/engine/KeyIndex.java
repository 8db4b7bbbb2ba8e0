package dev.tandem.engine;

import java.util.Arrays;

/// Which rows of a book have a key: lists of rows in one pool, each grown in place by doubling. The rows of one key
/// are in their order, so that one of many is found soon when it goes. Not safe for several threads while it changes.
final class KeyIndex {
    private static final int SIZE_BITS = 26;
    private static final int CAPACITY_BITS = 6;
    private static final long SIZE = (1L << SIZE_BITS) - 1;
    private static final int MOST_TABLE = 1 << 28;
    private static final long CAPACITY = (1L << CAPACITY_BITS) - 1;

    /// Two numbers a key, so that one line of the cache has both: the key, and of its list where it starts in
    /// the pool, the logarithm of its capacity and its size. A list of one is not in the pool: it starts at the
    /// row itself.
    private long[] table = new long[2 << 10];

    private int[] pool = new int[1 << 10];
    private int used;
    private int entries;

    /// Makes room for so many keys at once.
    void expect(int keys) {
        var length = table.length;
        while (entries + (long) keys > length / 4 && length <= MOST_TABLE) {
            length *= 2;
        }
        if (length > table.length) {
            grow(length);
        }
    }

    /// Has the memory of some keys fetched all at once, so that adding to them does not wait for each. The number
    /// means nothing; were it not asked for, nothing would be fetched.
    long touch(long[] keys, int count) {
        var touching = 0L;
        for (var n = 0; n < count; n++) {
            touching += touch(keys[n]);
        }
        return touching;
    }

    /// The same for one key of several.
    long touch(long key) {
        return table[(int) key << 1 & table.length - 2];
    }

    void add(long key, int row) {
        var slot = slot(key);
        if (table[slot] == 0) {
            table[slot] = key;
            if (++entries * 4L > table.length) {
                grow(table.length * 2);
                slot = slot(key);
            }
        }
        append(slot, row);
    }

    void remove(long key, int row) {
        var slot = slot(key);
        var size = size(slot);
        var at = place(slot, size, row);
        if (at < size && row(slot, at) == row) {
            if (capacity(slot) > 1) {
                System.arraycopy(pool, from(slot) + at + 1, pool, from(slot) + at, size - at - 1);
            }
            table[slot + 1]--;
        }
    }

    /// Where the first row of a list is that is not less.
    private int place(int slot, int size, int row) {
        var from = 0;
        var to = size;
        while (from < to) {
            var middle = (from + to) >>> 1;
            if (row(slot, middle) < row) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /// Where the list of a key is; to be asked for its size and rows at once.
    int find(long key) {
        return slot(key);
    }

    int size(int found) {
        return (int) (table[found + 1] & SIZE);
    }

    int row(int found, int i) {
        return capacity(found) == 1 ? from(found) : pool[from(found) + i];
    }

    private int from(int slot) {
        return (int) (table[slot + 1] >>> (SIZE_BITS + CAPACITY_BITS));
    }

    private int capacity(int slot) {
        return 1 << ((table[slot + 1] >>> SIZE_BITS) & CAPACITY);
    }

    private void set(int slot, int i, int row) {
        if (capacity(slot) == 1) {
            table[slot + 1] = list(row, 0, size(slot));
        } else {
            pool[from(slot) + i] = row;
        }
    }

    private static long list(int from, int logOfCapacity, int size) {
        return (long) from << (SIZE_BITS + CAPACITY_BITS) | (long) logOfCapacity << SIZE_BITS | size;
    }

    private void append(int slot, int row) {
        var size = size(slot);
        if (size == capacity(slot)) {
            move(slot, size);
        }
        var at = size == 0 || row(slot, size - 1) <= row ? size : place(slot, size, row);
        if (at < size) {
            System.arraycopy(pool, from(slot) + at, pool, from(slot) + at + 1, size - at);
        }
        set(slot, at, row);
        table[slot + 1]++;
    }

    /// To a place in the pool that is twice as large.
    private void move(int slot, int size) {
        if (used + 2 * size > pool.length) {
            pool = Arrays.copyOf(pool, Math.max(pool.length * 2, used + 2 * size));
        }
        for (var i = 0; i < size; i++) {
            pool[used + i] = row(slot, i);
        }
        table[slot + 1] = list(used, Integer.numberOfTrailingZeros(2 * size), size);
        used += 2 * size;
    }

    private int slot(long key) {
        var slot = (int) key << 1 & table.length - 2;
        while (table[slot] != 0 && table[slot] != key) {
            slot = slot + 2 & table.length - 2;
        }
        return slot;
    }

    private void grow(int length) {
        var old = table;
        table = new long[length];
        for (var i = 0; i < old.length; i += 2) {
            if (old[i] != 0) {
                var slot = slot(old[i]);
                table[slot] = old[i];
                table[slot + 1] = old[i + 1];
            }
        }
    }
}
