package dev.tandem.accounts.importing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Which line each id of a file came on first, in 20 bytes an id whatever its length: of each its hash of 128 bits is
/// kept, under which no two ids are the same.
final class SeenIds {
    private static final int SLOTS_AT_FIRST = 1 << 10;

    private final MessageDigest sha256 = sha256();
    private long[] high = new long[SLOTS_AT_FIRST];
    private long[] low = new long[SLOTS_AT_FIRST];
    private int[] lines = new int[SLOTS_AT_FIRST];
    private int size;

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /// The line on which the id came first, which is this one when it is new.
    long firstLine(String id, long line) {
        var hash = ByteBuffer.wrap(sha256.digest(id.getBytes(StandardCharsets.UTF_8)));
        var slot = slot(hash.getLong(0), hash.getLong(8));
        if (lines[slot] != 0) {
            return lines[slot];
        }
        put(slot, hash.getLong(0), hash.getLong(8), Math.toIntExact(line));
        if (++size > lines.length / 2) {
            grow();
        }
        return line;
    }

    private int slot(long one, long other) {
        var slot = (int) one & (lines.length - 1);
        while (lines[slot] != 0 && (high[slot] != one || low[slot] != other)) {
            slot = (slot + 1) & (lines.length - 1);
        }
        return slot;
    }

    private void put(int slot, long one, long other, int line) {
        high[slot] = one;
        low[slot] = other;
        lines[slot] = line;
    }

    private void grow() {
        var ones = high;
        var others = low;
        var were = lines;
        high = new long[were.length * 2];
        low = new long[were.length * 2];
        lines = new int[were.length * 2];
        for (int i = 0; i < were.length; i++) {
            if (were[i] != 0) {
                put(slot(ones[i], others[i]), ones[i], others[i], were[i]);
            }
        }
    }
}
