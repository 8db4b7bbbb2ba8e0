package dev.tandem.systemtests.running;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// All that was ever told to a company's CRM and is still there, from the beginning of its topic to its present end.
public final class OutTopic {
    private static final JsonMapper JSON = new JsonMapper();

    private final List<Told> told;

    private OutTopic(List<Told> told) {
        this.told = List.copyOf(told);
    }

    public record Told(String key, String body) {
        public JsonNode json() {
            return JSON.readTree(body);
        }

        /// `AccountAligned`, `CounterpartsMapped`, `DealCredited` or `Withdrawn`.
        public String type() {
            return json().at("/@type").asString();
        }
    }

    public static OutTopic of(String company) {
        return read("crm." + company + ".out");
    }

    /// How many records a topic that is not compacted has.
    public static long length(String topic) {
        try (var consumer = consumer()) {
            return consumer.endOffsets(partitions(consumer, topic)).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    /// In the order of the topic, the superseded ones too.
    public List<Told> all() {
        return told;
    }

    static OutTopic read(String topic) {
        var told = new ArrayList<Told>();
        try (var consumer = consumer()) {
            var partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(each -> add(told, each));
            }
        }
        return new OutTopic(told);
    }

    private static KafkaConsumer<String, String> consumer() {
        var settings = Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, RunningPlatform.get().brokers());
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, String> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private static void add(List<Told> told, ConsumerRecord<String, String> each) {
        @Nullable String body = each.value();
        told.add(new Told(each.key(), body == null ? "{}" : body));
    }
}
