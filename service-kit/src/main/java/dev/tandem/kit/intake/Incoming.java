package dev.tandem.kit.intake;

import dev.tandem.contracts.CompanyId;
import dev.tandem.kit.store.Cause;
import java.time.Instant;
import java.util.Optional;

/// An event as it arrived.
///
/// @param company whose topic it came on, which alone says whose event it is; empty on the platform's topics
/// @param time when it happened, as the sender says
/// @param seq counted per (source, topic); 0 from a CRM, which does not count
public record Incoming<T>(
        Place place,
        String key,
        String id,
        String source,
        Instant time,
        long seq,
        Optional<CompanyId> company,
        T payload) {

    /// Where on the broker it lies; offsets rise per topic and partition.
    public record Place(String topic, int partition, long offset) {
        @Override
        public String toString() {
            return topic + "/" + partition + "/" + offset;
        }
    }

    /// The cause by which an aggregate recognises the event when it is delivered again. It names the key too: under
    /// different keys the events of one source come in no order, so a later one must not hide an earlier.
    ///
    /// @throws IllegalStateException for a CRM's event, which has no `seq`
    public Cause cause() {
        if (seq < 1) {
            throw new IllegalStateException("only the platform's own events are counted");
        }
        return new Cause.Event(place.topic() + " " + source + " " + key, seq);
    }

    /// The same event with a payload that was derived from this one's.
    public <U> Incoming<U> with(U other) {
        return new Incoming<>(place, key, id, source, time, seq, company, other);
    }

    /// The company whose topic it came on.
    ///
    /// @throws IllegalStateException on a platform topic
    public CompanyId sender() {
        return company.orElseThrow(() -> new IllegalStateException(place.topic() + " is no company's topic"));
    }
}
