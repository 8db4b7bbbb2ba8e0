package dev.tandem.roster.rep;

import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.kit.intake.Erasure;
import dev.tandem.kit.intake.Incoming;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// How new a value is: by the CRM's own sequence, else by time, else by arrival. One order over all of them, so that
/// any order of arrival comes to the same; what has no sequence is older than what has one.
///
/// @param arrival the offset on the topic
public record Stamp(@Nullable BigInteger sequence, Instant time, long arrival) implements Comparable<Stamp> {
    private static final Comparator<Stamp> ORDER = Comparator.comparing(
                    Stamp::sequence, Comparator.nullsFirst(Comparator.<BigInteger>naturalOrder()))
            .thenComparing(Stamp::time)
            .thenComparingLong(Stamp::arrival);

    public static Stamp of(Incoming<CrmChange> event) {
        return new Stamp(
                event.payload().sourceSequence(), event.time(), event.place().offset());
    }

    /// What is erased is newer than what has no sequence and came before.
    public static Stamp of(Erasure erasure) {
        return new Stamp(null, erasure.time(), erasure.place().offset());
    }

    @Override
    public int compareTo(Stamp other) {
        return ORDER.compare(this, other);
    }

    public boolean isOlderThan(@Nullable Stamp other) {
        return other != null && compareTo(other) < 0;
    }

    /// For what a person enters here now: it holds against all that the CRM said so far, until the CRM says more.
    static Stamp entered(@Nullable Stamp newest, Instant now) {
        if (newest == null) {
            return new Stamp(null, now, 0);
        }
        var time = now.isAfter(newest.time()) ? now : newest.time();
        return new Stamp(newest.sequence(), time, newest.arrival());
    }
}
