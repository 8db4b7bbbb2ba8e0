package dev.tandem.kit.intake;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.TopicPartition;

/// Spares asking, event by event, whether something is parked where nothing ever is. Events of a partition are parked
/// by whoever consumes it, so once its topic had none, there are none of its objects for as long as the partition is
/// kept, or, where that is not known, its events come here one after the other: had another consumed some in between,
/// there would be a gap, as there also is behind each transaction. Then it is asked again.
final class NothingParked {
    private final Map<TopicPartition, Long> next = new ConcurrentHashMap<>();
    private final Set<TopicPartition> kept = ConcurrentHashMap.newKeySet();

    /// Nobody else consumes it from now on.
    void keeps(TopicPartition partition) {
        next.remove(partition);
        kept.add(partition);
    }

    /// Others may consume it from now on.
    void losesSight(TopicPartition partition) {
        kept.remove(partition);
        next.remove(partition);
    }

    /// @param nothing whether the topic has nothing parked, asked only where that is not known
    boolean isSo(Polled polled, BooleanSupplier nothing) {
        var known = next.get(polled.partition());
        return (known != null
                        && (kept.contains(polled.partition())
                                || known == polled.event().offset()))
                || nothing.getAsBoolean();
    }

    /// The event was handled, or is to be, and is not parked.
    void stays(Polled polled) {
        next.put(polled.partition(), polled.nextOffset());
    }

    void noLonger(Polled polled) {
        next.remove(polled.partition());
    }
}
