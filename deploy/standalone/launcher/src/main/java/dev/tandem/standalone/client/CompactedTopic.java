package dev.tandem.standalone.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a compacted topic: the newest state under each key is what holds. Of `crm.<company>.out` that is what the
/// company may see.
public final class CompactedTopic {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final String brokers;
    private final String topic;

    public CompactedTopic(String brokers, String topic) {
        this.brokers = brokers;
        this.topic = topic;
    }

    /// The newest state under each key, as of now.
    ///
    /// @param wanted which keys to keep
    public Map<String, JsonNode> read(Predicate<String> wanted) {
        var newest = new TreeMap<String, JsonNode>();
        try (var consumer = consumer()) {
            var partitions = partitions(consumer);
            var ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(sent -> keep(newest, wanted, sent));
            }
        }
        return newest;
    }

    private static void keep(
            Map<String, JsonNode> newest, Predicate<String> wanted, ConsumerRecord<String, String> sent) {
        if (!wanted.test(sent.key())) {
            return;
        }
        @Nullable String body = sent.value();
        if (body == null) {
            newest.remove(sent.key());
        } else {
            newest.put(sent.key(), MAPPER.readTree(body));
        }
    }

    private List<TopicPartition> partitions(KafkaConsumer<String, String> consumer) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        brokers,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new StringDeserializer(),
                new StringDeserializer());
    }
}
