package dev.tandem.accounts.crm;

import java.math.BigInteger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When a CRM said something, in its own counting where it has one, else in its time, else in the order of arrival.
/// A record that is not counted is compared with one that is by time.
public record Stamp(@Nullable BigInteger sequence, Instant time, long arrival) {

    /// Whether this is newer than `other`; anything is newer than nothing.
    public boolean after(@Nullable Stamp other) {
        return other == null || order(other) > 0;
    }

    private int order(Stamp other) {
        if (sequence != null && other.sequence != null && !sequence.equals(other.sequence)) {
            return sequence.compareTo(other.sequence);
        }
        var byTime = time.compareTo(other.time);
        return byTime != 0 ? byTime : Long.compare(arrival, other.arrival);
    }

    Stamp later(@Nullable Stamp other) {
        return after(other) || other == null ? this : other;
    }
}
