package dev.tandem.kit.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// An event as it was polled.
///
/// @param nextOffset where its partition goes on: at the next event polled with it, whatever lies between the two on
///     the broker, else right behind it
record Polled(ConsumerRecord<byte[], byte[]> event, long nextOffset) {

    /// In the order of the poll.
    static List<Polled> of(List<ConsumerRecord<byte[], byte[]>> events) {
        var next = new HashMap<TopicPartition, Long>();
        var polled = new ArrayList<Polled>(events.size());
        for (var event : events.reversed()) {
            var behind = next.put(partition(event), event.offset());
            polled.add(new Polled(event, behind == null ? event.offset() + 1 : behind));
        }
        return polled.reversed();
    }

    static Polled alone(ConsumerRecord<byte[], byte[]> event) {
        return new Polled(event, event.offset() + 1);
    }

    TopicPartition partition() {
        return partition(event);
    }

    private static TopicPartition partition(ConsumerRecord<byte[], byte[]> event) {
        return new TopicPartition(event.topic(), event.partition());
    }
}
