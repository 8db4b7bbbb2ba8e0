package dev.tandem.kit.relay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/// Sends outbox entries as CloudEvents in Kafka's binary mode, a batch per transaction, and returns when the broker has
/// it all. All instances of a service share one transactional id: opening a producer ends the former one's right to
/// send, so an instance that was paused with a batch in hand cannot put old state over new.
final class EventSender implements AutoCloseable {
    private static final int TRANSACTION_TIMEOUT_MS = 10_000;

    private final Map<String, Object> config;
    private final WritableTopics topics;
    private @Nullable KafkaProducer<String, byte[]> producer;

    EventSender(Map<String, Object> kafka, String service) {
        config = new HashMap<>(kafka);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "tandem-relay-" + service);
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, TRANSACTION_TIMEOUT_MS);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, TRANSACTION_TIMEOUT_MS / 2);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, TRANSACTION_TIMEOUT_MS);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        topics = new WritableTopics(kafka);
    }

    /// Which of these topics cannot be written to, and why.
    ///
    /// @throws org.apache.kafka.common.KafkaException when the broker does not say
    Map<String, String> missing(Collection<String> asked) {
        return topics.missing(asked);
    }

    /// Makes this the one that may send, and any other that was so before unable to.
    void open() {
        if (producer == null) {
            var opened = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
            producer = opened;
            opened.initTransactions();
        }
    }

    /// @throws org.apache.kafka.common.KafkaException when not all of it is known to be on the broker; then nothing
    ///     counts as sent, and the sender must be closed before it is opened again
    void send(List<Document> entries) {
        var open = Objects.requireNonNull(producer, "the sender is not open");
        open.beginTransaction();
        entries.forEach(entry -> {
            var _ = open.send(event(entry));
        });
        open.commitTransaction();
    }

    static ProducerRecord<String, byte[]> event(Document entry) {
        var data = entry.get("data", Binary.class).getData();
        var event = new ProducerRecord<>(entry.getString("topic"), entry.getString("key"), data);
        header(event, "ce_specversion", "1.0");
        header(event, "ce_id", entry.getString("id"));
        header(event, "ce_source", entry.getString("source"));
        header(event, "ce_type", entry.getString("type"));
        header(event, "ce_time", entry.getDate("time").toInstant().toString());
        header(event, "ce_subject", entry.getString("key"));
        header(event, "ce_seq", entry.getLong("seq").toString());
        header(event, "content-type", "application/json");
        return event;
    }

    private static void header(ProducerRecord<String, byte[]> event, String name, String value) {
        event.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /// Gives up what is under way; it can be opened again.
    @Override
    public void close() {
        var closing = producer;
        producer = null;
        topics.forget();
        if (closing != null) {
            closeAtOnce(closing);
        }
    }

    private static void closeAtOnce(KafkaProducer<String, byte[]> closing) {
        try {
            closing.close(Duration.ZERO);
        } catch (InterruptException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
