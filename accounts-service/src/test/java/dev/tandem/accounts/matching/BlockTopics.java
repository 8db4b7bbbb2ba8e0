package dev.tandem.accounts.matching;

import dev.tandem.kit.store.StateCodec;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// What is told to blocks, a partition for each, compacted; and what they report, in one partition.
record BlockTopics(String brokers, String entries, String reports, int blocks) {
    static final StateCodec CODEC = new StateCodec();

    static BlockTopics created(String brokers, int blocks) {
        var name = "blocks-" + UUID.randomUUID();
        var topics = new BlockTopics(brokers, name, name + "-reports", blocks);
        try (var admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            var compacted = new NewTopic(topics.entries, blocks, (short) 1)
                    .configs(Map.of(
                            "cleanup.policy", "compact", "segment.ms", "1000", "min.cleanable.dirty.ratio", "0.01"));
            admin.createTopics(List.of(compacted, new NewTopic(topics.reports, 1, (short) 1)))
                    .all()
                    .get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
        return topics;
    }

    /// Ends only when the broker has what was sent.
    KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers, "enable.idempotence", true),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    static void send(KafkaProducer<String, byte[]> producer, ProducerRecord<String, byte[]> sent) {
        var _ = producer.send(sent);
    }
}
