package dev.tandem.store;

import de.bwaldvogel.mongo.backend.Missing;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Where a document or an index entry stands: bytes that sort, compared unsigned, as the values they were made of.
final class Key implements Comparable<Key> {

    static final Key EMPTY = new Key(new byte[0]);

    private static final byte[] AFTER_ALL_TAGS = {(byte) 0xFF};

    private final byte[] bytes;

    Key(byte[] bytes) {
        this.bytes = bytes;
    }

    static Key of(@Nullable Object value) {
        return new KeyEncoder().value(value instanceof Missing ? null : value).key();
    }

    Key plus(Key next) {
        return plus(next.bytes);
    }

    /// The last place that any key which begins with this one could take.
    Key end() {
        return plus(AFTER_ALL_TAGS);
    }

    private Key plus(byte[] next) {
        byte[] joined = Arrays.copyOf(bytes, bytes.length + next.length);
        System.arraycopy(next, 0, joined, bytes.length, next.length);
        return new Key(joined);
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public int compareTo(Key other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Key key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Key[" + bytes.length + " bytes]";
    }
}
