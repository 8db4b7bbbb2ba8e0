package dev.tandem.roster;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.NullMarked;

/// All that a topic of one partition still holds, as text.
@NullMarked
public final class TopicText {
    private TopicText() {}

    /// Keys and bytes of all records, whatever stands for what.
    public static String of(String brokers, String topic) {
        var partition = new TopicPartition(topic, 0);
        Map<String, Object> config = Map.of(
                "bootstrap.servers", brokers, "group.id", UUID.randomUUID().toString());
        var all = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var end = Objects.requireNonNull(
                    consumer.endOffsets(List.of(partition)).get(partition));
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).records(partition).forEach(record -> all.add(text(record)));
            }
        }
        return String.join("\n", all);
    }

    private static String text(ConsumerRecord<byte[], byte[]> record) {
        var value = record.value() == null ? new byte[0] : record.value();
        return new String(record.key(), StandardCharsets.UTF_8) + new String(value, StandardCharsets.UTF_8);
    }
}
