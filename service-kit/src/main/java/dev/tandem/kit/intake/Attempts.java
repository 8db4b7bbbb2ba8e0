package dev.tandem.kit.intake;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// How often the event at the head of each partition failed with a fault that time does not cure. Faults that may pass
/// are not counted, so an outage in between neither uses up the attempts nor hides that there are none left.
final class Attempts {
    private static final int MAX = 6;

    private final Map<TopicPartition, Failed> failed = new ConcurrentHashMap<>();

    private record Failed(long offset, int times) {}

    /// Counts one more, and says whether it was the last.
    boolean exhausted(ConsumerRecord<byte[], byte[]> event) {
        var times = failed.merge(
                        partition(event),
                        new Failed(event.offset(), 1),
                        (was, one) -> was.offset() == one.offset() ? new Failed(was.offset(), was.times() + 1) : one)
                .times();
        return times >= MAX;
    }

    void done(ConsumerRecord<byte[], byte[]> event) {
        failed.remove(partition(event));
    }

    private static TopicPartition partition(ConsumerRecord<byte[], byte[]> event) {
        return new TopicPartition(event.topic(), event.partition());
    }
}
