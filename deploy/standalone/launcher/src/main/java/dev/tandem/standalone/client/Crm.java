package dev.tandem.standalone.client;

import dev.tandem.samples.SampleEvent;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Writes to topics as a company's CRM does. Safe for several threads.
public final class Crm implements AutoCloseable {
    private static final int BUFFER_BYTES = 8 << 20;
    private static final int LINGER_MS = 5;

    private final String brokers;
    private final KafkaProducer<String, byte[]> producer;

    /// @param brokers bootstrap servers
    public Crm(String brokers) {
        this.brokers = brokers;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
                        ProducerConfig.ACKS_CONFIG, "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                        ProducerConfig.LINGER_MS_CONFIG, LINGER_MS,
                        ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /// Returns when the broker has acknowledged all of them.
    ///
    /// @throws NotSent for the first that it has not
    public void send(Collection<SampleEvent> events) {
        var sent = events.stream().map(this::begin).toList();
        producer.flush();
        sent.forEach(Crm::await);
    }

    /// The future ends when the broker has acknowledged the event, or never will.
    public Future<RecordMetadata> begin(SampleEvent event) {
        return begin(event.topic(), event.key(), event.headers(), event.body());
    }

    /// Any record, well-formed or not.
    public Future<RecordMetadata> begin(String topic, String key, Map<String, String> headers, byte[] body) {
        var sent = new ProducerRecord<>(topic, key, body);
        headers.forEach((name, value) -> sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return producer.send(sent);
    }

    /// The topics that exist now.
    ///
    /// @throws NotSent when the broker does not say
    public Set<String> topics() {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers))) {
            return await(admin.listTopics().names());
        }
    }

    private static <T> T await(Future<T> asked) {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw new NotSent("the broker did not do as it was asked: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSent("interrupted while the broker was asked");
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    /// The broker did not acknowledge, so that it is unknown whether anything was done.
    public static final class NotSent extends RuntimeException {
        NotSent(String message) {
            super(message);
        }
    }
}
