package dev.tandem.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes values so that unsigned byte order is the order of values in MongoDB, across types, and equal bytes mean
/// equal
/// values.
///
/// No value's bytes are the beginning of another's, so values can be strung together. Numbers of all types share one
/// scale, as doubles, with a remainder for the longs a double cannot hold; decimals that differ only beyond a double
/// share their bytes, as they are equal to the query matcher too.
final class KeyEncoder {

    private static final int MIN_KEY = 0x01;
    private static final int EMPTY_ARRAY = 0x04;
    private static final int NULL = 0x05;
    private static final int NUMBER = 0x10;
    private static final int STRING = 0x20;
    private static final int DOCUMENT = 0x30;
    private static final int ARRAY = 0x34;
    private static final int BINARY = 0x40;
    private static final int UUID_ = 0x44;
    private static final int OBJECT_ID = 0x50;
    private static final int BOOLEAN = 0x60;
    private static final int DATE = 0x70;
    private static final int TIMESTAMP = 0x74;
    private static final int OTHER = 0x80;
    private static final int MAX_KEY = 0xF0;

    private static final int END = 0x00;
    private static final int ESCAPED_END = 0xFF;
    private static final int REMAINDER_ZERO = 0x8000;
    private static final int REMAINDER_MAX = 0xFFFF;

    private byte[] out = new byte[48];
    private int length;

    Key key() {
        return new Key(Arrays.copyOf(out, length));
    }

    /// The whole number that a key was made of.
    static long longOf(Key key) {
        long bits = ByteBuffer.wrap(key.bytes(), 1, Long.BYTES).getLong();
        return (long) Double.longBitsToDouble(bits ^ ((~bits >> 63) | Long.MIN_VALUE));
    }

    /// Where an empty array is sorted: before all that has a value.
    static Key emptyArray() {
        return new KeyEncoder().tag(EMPTY_ARRAY).key();
    }

    /// Whether keys tell such values apart as far as sorting has to.
    static boolean sortsExactly(@Nullable Object value) {
        return !(value instanceof Decimal128) && !(value instanceof Collection);
    }

    /// The key of nothing but a value's type.
    static Key ofType(@Nullable Object value) {
        return new KeyEncoder().tag(tagOf(value)).key();
    }

    /// Where the values of this value's type have ended.
    static Key afterType(@Nullable Object value) {
        return new KeyEncoder().tag(tagOf(value) + 1).key();
    }

    /// The first key of a number that is this one as a double.
    static Key lowest(double number) {
        return new KeyEncoder().tag(NUMBER).number(number, 0).key();
    }

    static Key highest(double number) {
        return new KeyEncoder().tag(NUMBER).number(number, REMAINDER_MAX).key();
    }

    KeyEncoder value(@Nullable Object value) {
        return tag(tagOf(value)).content(value);
    }

    private static int tagOf(@Nullable Object value) {
        return switch (value) {
            case null -> NULL;
            case Missing _ -> NULL;
            case Number _ -> NUMBER;
            case String _ -> STRING;
            case Map<?, ?> _ -> DOCUMENT;
            case Collection<?> _ -> ARRAY;
            case BinData _ -> BINARY;
            case UUID _ -> UUID_;
            case ObjectId _ -> OBJECT_ID;
            case Boolean _ -> BOOLEAN;
            case Instant _ -> DATE;
            case BsonTimestamp _ -> TIMESTAMP;
            case MinKey _ -> MIN_KEY;
            case MaxKey _ -> MAX_KEY;
            default -> OTHER;
        };
    }

    private KeyEncoder content(@Nullable Object value) {
        switch (value) {
            case null -> {}
            case Missing _, MinKey _, MaxKey _ -> {}
            case Long number -> number(number.doubleValue(), REMAINDER_ZERO + remainder(number));
            case Number number -> number(number.doubleValue(), REMAINDER_ZERO);
            case String text -> text(text);
            case Document document -> document(document);
            case Collection<?> values -> array(values);
            case BinData data -> bytes(data.getData(), true);
            case UUID id -> bytes64(id.getMostSignificantBits()).bytes64(id.getLeastSignificantBits());
            case ObjectId id -> bytes(id.toByteArray(), false);
            case Boolean flag -> tag(flag ? 1 : 0);
            case Instant instant -> bytes64(instant.toEpochMilli() ^ Long.MIN_VALUE);
            case BsonTimestamp timestamp -> bytes64(timestamp.getValue());
            default -> text(value.toString());
        }
        return this;
    }

    private static int remainder(long number) {
        return (int) (number - (long) (double) number);
    }

    private KeyEncoder number(double number, int remainder) {
        long bits = Double.doubleToLongBits(number == 0 ? 0.0 : number);
        bytes64(bits ^ ((bits >> 63) | Long.MIN_VALUE));
        return tag(remainder >>> 8).tag(remainder);
    }

    private void document(Document document) {
        document.forEach((name, value) -> {
            tag(tagOf(value));
            text(name);
            content(value);
        });
        tag(END);
    }

    private void array(Collection<?> values) {
        values.forEach(this::value);
        tag(END);
    }

    /// One to three bytes a UTF-16 unit, so that the order is that of [String#compareTo].
    private void text(String text) {
        for (int i = 0; i < text.length(); i++) {
            unit(text.charAt(i));
        }
        tag(END);
    }

    private void unit(int unit) {
        if (unit == END) {
            tag(END).tag(ESCAPED_END);
        } else if (unit < 0x80) {
            tag(unit);
        } else if (unit < 0x800) {
            tag(0xC0 | (unit >> 6)).tag(0x80 | (unit & 0x3F));
        } else {
            tag(0xE0 | (unit >> 12)).tag(0x80 | ((unit >> 6) & 0x3F)).tag(0x80 | (unit & 0x3F));
        }
    }

    private void bytes(byte[] bytes, boolean ofAnyLength) {
        if (ofAnyLength) {
            bytes64(bytes.length);
        }
        reserve(bytes.length);
        System.arraycopy(bytes, 0, out, length, bytes.length);
        length += bytes.length;
    }

    private KeyEncoder bytes64(long bits) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            tag((int) (bits >>> shift));
        }
        return this;
    }

    private KeyEncoder tag(int value) {
        reserve(1);
        out[length++] = (byte) value;
        return this;
    }

    private void reserve(int bytes) {
        if (length + bytes > out.length) {
            out = Arrays.copyOf(out, Math.max(2 * out.length, length + bytes));
        }
    }
}
