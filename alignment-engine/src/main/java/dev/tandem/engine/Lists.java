package dev.tandem.engine;

import java.util.Arrays;

/// Many lists of values in one memory, which grow by a block at a time, so that none is copied when it grows. Filled
/// by one thread, read when it is done.
final class Lists {
    private static final int BLOCK_BITS = 8;
    private static final int BLOCK = 1 << BLOCK_BITS;

    private long[] values;
    private int[] numbers;
    /// By block: the block that follows it in its list.
    private int[] following;
    /// By list: its first block, and where its next value goes.
    private final int[] first;

    private final int[] end;
    private final boolean isNumbered;
    private int blocks;

    /// @param expected how many values there will be about
    /// @param isNumbered whether each value has a number
    Lists(int lists, long expected, boolean isNumbered) {
        first = new int[lists];
        end = new int[lists];
        this.isNumbered = isNumbered;
        blocks = 1; // A list that ends at 0 has no block yet.
        var capacity = (int) Math.min(Integer.MAX_VALUE >> BLOCK_BITS, (expected >> BLOCK_BITS) + lists + 2);
        values = new long[capacity << BLOCK_BITS];
        numbers = new int[isNumbered ? values.length : 0];
        following = new int[capacity];
    }

    int lists() {
        return first.length;
    }

    void add(int list, long value, int number) {
        var place = place(list);
        values[place] = value;
        numbers[place] = number;
    }

    /// To lists without numbers.
    void add(int list, long value) {
        var place = place(list); // Which may move the values.
        values[place] = value;
    }

    private int place(int list) {
        var place = end[list];
        if ((place & BLOCK - 1) == 0) {
            place = block(list, place) << BLOCK_BITS;
        }
        end[list] = place + 1;
        return place;
    }

    private int block(int list, int place) {
        if (blocks == following.length) {
            capacity(blocks + (blocks >> 1));
        }
        if (place == 0) {
            first[list] = blocks;
        } else {
            following[(place >> BLOCK_BITS) - 1] = blocks;
        }
        return blocks++;
    }

    private void capacity(int to) {
        values = Arrays.copyOf(values, to << BLOCK_BITS);
        numbers = Arrays.copyOf(numbers, isNumbered ? values.length : 0);
        following = Arrays.copyOf(following, to);
    }

    /// How many values the lists of this number have together.
    static int size(int list, Lists[] parts) {
        var size = 0;
        for (var part : parts) {
            size += part.size(list);
        }
        return size;
    }

    private int size(int list) {
        var size = 0;
        for (int block = first[list], next = 0; block != 0; block = next) {
            next = next(list, block);
            size += count(list, block);
        }
        return size;
    }

    /// Copies the values of a list, and their numbers if they have some; the place after the last.
    int copy(int list, long[] toValues, int[] toNumbers, int from) {
        var at = from;
        for (int block = first[list], next = 0; block != 0; block = next) {
            next = next(list, block);
            var count = count(list, block);
            System.arraycopy(values, block << BLOCK_BITS, toValues, at, count);
            System.arraycopy(
                    numbers,
                    isNumbered ? block << BLOCK_BITS : 0,
                    toNumbers,
                    isNumbered ? at : 0,
                    isNumbered ? count : 0);
            at += count;
        }
        return at;
    }

    private boolean isLast(int list, int block) {
        return (end[list] - 1) >> BLOCK_BITS == block;
    }

    private int next(int list, int block) {
        return isLast(list, block) ? 0 : following[block];
    }

    private int count(int list, int block) {
        return isLast(list, block) ? end[list] - (block << BLOCK_BITS) : BLOCK;
    }
}
