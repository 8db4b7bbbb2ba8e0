package dev.tandem.kit.intake;

import dev.tandem.contracts.Topic;
import dev.tandem.kit.store.StateCodec;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Reads a whole topic once, from its beginning to where it ends at the call, outside any consumer group.
public final class TopicReader {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration SILENCE_MAX = Duration.ofSeconds(20);

    private final Map<String, Object> config;
    private final Envelope envelope;

    TopicReader(Map<String, Object> kafka, StateCodec codec) {
        config = new HashMap<>(kafka);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) SILENCE_MAX.toMillis());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        envelope = new Envelope(codec);
    }

    /// Hands over every event in the order of each partition. What cannot be decoded is left out, as it is of the live
    /// feed, which parks it.
    ///
    /// @throws org.apache.kafka.common.KafkaException when the broker is away
    public <T> void read(Topic<T> topic, Consumer<Incoming<?>> each) {
        try (var consumer = new KafkaConsumer<byte[], byte[]>(config)) {
            var partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            drain(consumer, topic, each, consumer.endOffsets(partitions));
        }
    }

    private <T> void drain(
            KafkaConsumer<byte[], byte[]> consumer,
            Topic<T> topic,
            Consumer<Incoming<?>> each,
            Map<TopicPartition, Long> ends) {
        var silentSince = System.nanoTime();
        while (!reached(consumer, ends)) {
            var events = consumer.poll(POLL);
            events.forEach(event -> decoded(event, topic).ifPresent(each));
            if (!events.isEmpty()) {
                silentSince = System.nanoTime();
            } else if (System.nanoTime() - silentSince > SILENCE_MAX.toNanos()) {
                throw new TimeoutException("the broker says nothing of " + topic.name());
            }
        }
    }

    private Optional<Incoming<?>> decoded(ConsumerRecord<byte[], byte[]> event, Topic<?> topic) {
        try {
            return Optional.of(envelope.read(event, topic.payload()));
        } catch (Unprocessable parkedByTheLiveFeed) {
            return Optional.empty();
        }
    }

    private static boolean reached(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return List.copyOf(ends.entrySet()).stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }
}
