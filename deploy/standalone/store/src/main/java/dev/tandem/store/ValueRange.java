package dev.tandem.store;

import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The keys that `$gt` and its kin admit: those of values of one type, from one to another.
record ValueRange(@Nullable Key from, @Nullable Key to, Key typeStart, Key typeEnd) implements Constraint {

    /// Null when keys cannot answer it.
    static @Nullable ValueRange from(@Nullable Object value) {
        return hasRanges(value)
                ? new ValueRange(lowest(value), null, KeyEncoder.ofType(value), KeyEncoder.afterType(value))
                : null;
    }

    /// Null when keys cannot answer it.
    static @Nullable ValueRange to(@Nullable Object value) {
        return hasRanges(value)
                ? new ValueRange(null, highest(value), KeyEncoder.ofType(value), KeyEncoder.afterType(value))
                : null;
    }

    private static boolean hasRanges(@Nullable Object value) {
        return switch (value) {
            case Number _, String _, ObjectId _, Boolean _, Instant _, UUID _ -> true;
            case null, default -> false;
        };
    }

    /// Numbers are rounded outwards: the matcher compares longs with the whole part of a double, and it decides.
    private static Key lowest(@Nullable Object value) {
        return value instanceof Number number ? KeyEncoder.lowest(Math.floor(number.doubleValue())) : Key.of(value);
    }

    private static Key highest(@Nullable Object value) {
        Key key = value instanceof Number number ? KeyEncoder.highest(Math.ceil(number.doubleValue())) : Key.of(value);
        return key.end();
    }

    Key lowest() {
        return from == null ? typeStart : from;
    }

    Key highest() {
        return to == null ? typeEnd : to;
    }

    boolean closed() {
        return from != null && to != null;
    }

    boolean isOfTypeOf(ValueRange other) {
        return typeStart.equals(other.typeStart);
    }

    /// Both ranges at once, where one value has to lie in both.
    ValueRange and(ValueRange other) {
        return new ValueRange(narrower(from, other.from, 1), narrower(to, other.to, -1), typeStart, typeEnd);
    }

    private static @Nullable Key narrower(@Nullable Key one, @Nullable Key two, int sign) {
        if (one == null || two == null) {
            return one == null ? two : one;
        }
        return one.compareTo(two) * sign >= 0 ? one : two;
    }

    @Override
    public boolean needsPresence() {
        return true;
    }
}
