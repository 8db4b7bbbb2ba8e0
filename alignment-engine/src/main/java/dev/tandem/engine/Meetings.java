package dev.tandem.engine;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;

/// Brings together the rows of two books that share a key which is not too common, as [Candidates] finds them, share
/// of keys after share; one instance a thread.
final class Meetings {
    private static final int CHUNK_BITS = 12;
    static final int CHUNK = 1 << CHUNK_BITS;

    /// By chunk of the rows of A in their order: which meet. The place of A's row in its chunk is in the upper half,
    /// the
    /// row of B in the lower.
    final Lists pairs;

    private final KeyLists[] parts;
    private final Lexicon owners;
    private final int[] placeOfA;
    private final Steps steps;
    private final Glance glance;

    /// What was read last.
    private long[] keys = {};
    private int[] tags = {};

    /// By slot: the key, how many rows of each book have it, and where those of B are in `members`.
    private long[] table = {};
    private int[] countOfA = {};
    private int[] countOfB = {};
    private int[] start = {};
    private int[] slots = {};
    /// Tags of B.
    private int[] members = {};
    private int mask;

    /// @param owners how many rows of A have keys of words that others are almost the same as
    /// @param steps are told of the rows of A
    Meetings(KeyLists[] parts, Lexicon owners, Steps steps, Glance glance) {
        this.parts = parts;
        this.owners = owners;
        this.steps = steps;
        this.glance = glance;
        placeOfA = steps.place;
        pairs = new Lists(chunks(placeOfA.length), placeOfA.length * 5L, false);
    }

    static int chunks(int rows) {
        return (rows + CHUNK - 1) >> CHUNK_BITS;
    }

    void of(int share) {
        enter(read(share, part -> part.ofB));
        meet(read(share, part -> part.ofA));
        meetNear(read(share, part -> part.near));
    }

    private int read(int share, Function<KeyLists, Lists> which) {
        var lists = Stream.of(parts).map(which).toArray(Lists[]::new);
        var size = Lists.size(share, lists);
        if (size > keys.length) {
            keys = new long[size + (size >> 2)];
            tags = new int[keys.length];
            slots = new int[keys.length];
        }
        var at = 0;
        for (var list : lists) {
            at = list.copy(share, keys, tags, at);
        }
        return size;
    }

    private void enter(int count) {
        clear(count);
        for (var n = 0; n < count; n++) {
            slots[n] = slot(keys[n]);
            table[slots[n]] = keys[n];
            countOfB[slots[n]]++;
        }
        for (int slot = 0, next = 0; slot <= mask; slot++) {
            start[slot] = next;
            next += countOfB[slot];
        }
        for (var n = 0; n < count; n++) {
            members[start[slots[n]]++] = tags[n];
        }
    }

    private void clear(int count) {
        mask = Math.max(2, Integer.highestOneBit(count) << 2) - 1;
        if (mask >= table.length) {
            table = new long[mask + 1];
            countOfA = new int[mask + 1];
            countOfB = new int[mask + 1];
            start = new int[mask + 1];
        }
        if (count > members.length) {
            members = new int[keys.length];
        }
        Arrays.fill(table, 0, mask + 1, 0);
        Arrays.fill(countOfA, 0, mask + 1, 0);
        Arrays.fill(countOfB, 0, mask + 1, 0);
    }

    private int slot(long key) {
        var slot = (int) key & mask;
        while (table[slot] != 0 && table[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void meet(int count) {
        for (var n = 0; n < count; n++) {
            slots[n] = slot(keys[n]);
            countOfA[slots[n]]++;
        }
        for (var n = 0; n < count; n++) {
            if (countOfB[slots[n]] > 0) {
                meet(slots[n], tags[n]);
            }
        }
    }

    private void meet(int slot, int tag) {
        var type = KeyLists.type(tag);
        var isPairing = countOfB[slot] <= Keys.MOST[type];
        if (Counted.isCounted(type) && KeyLists.isDirect(tag)) {
            steps.tell(type, KeyLists.row(tag), isPairing ? Math.max(countOfA[slot], countOfB[slot]) : countOfB[slot]);
        }
        if (isPairing && countOfA[slot] <= Keys.MOST[type]) {
            pair(slot, KeyLists.row(tag), false);
        }
    }

    /// Each key is followed by that of the row's own word.
    private void meetNear(int count) {
        for (var n = 0; n < count; n += 2) {
            var slot = slot(keys[n]);
            if (countOfB[slot] > 0
                    && countOfB[slot] <= Keys.MOST[Keys.WORD]
                    && owners.countOf(keys[n + 1]) <= Keys.MOST[Keys.WORD]) {
                pair(slot, tags[n], true);
            }
        }
    }

    /// @param isNear whether the key is that of a word that is only almost the same, which is looked for in names alone
    private void pair(int slot, int rowOfA, boolean isNear) {
        var place = placeOfA[rowOfA];
        var upper = (long) (place & CHUNK - 1) << Integer.SIZE;
        for (var n = start[slot] - countOfB[slot]; n < start[slot]; n++) {
            var row = KeyLists.row(members[n]);
            if ((!isNear || KeyLists.isDirect(members[n])) && glance.mayReach(Alignment.FLOOR, rowOfA, row)) {
                pairs.add(place >> CHUNK_BITS, upper | row);
            }
        }
    }
}
