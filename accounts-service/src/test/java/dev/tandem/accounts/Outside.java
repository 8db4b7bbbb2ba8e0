package dev.tandem.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Topic;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.crm.CrmOut;
import dev.tandem.kit.store.StateCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// The world around the service: CRMs and the other services write to it, and read what it says.
public final class Outside implements AutoCloseable {
    private static final StateCodec CODEC = new StateCodec();
    private static final AtomicLong COUNT = new AtomicLong();

    private final String brokers;
    private final KafkaProducer<String, byte[]> producer;

    public Outside(String brokers) {
        this.brokers = brokers;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers), new StringSerializer(), new ByteArraySerializer());
    }

    public void crm(String company, CrmChange change) {
        send(Topics.crmIn(new CompanyId(company)), change.objectId().value(), change, Map.of());
    }

    public void crm(String company, String eventId, CrmChange change) {
        send(Topics.crmIn(new CompanyId(company)), change.objectId().value(), change, Map.of("ce_id", eventId));
    }

    /// As the service that owns the topic would send it; later calls are newer.
    public <T> void platform(Topic<T> topic, String key, T payload) {
        send(
                topic,
                key,
                payload,
                Map.of("ce_seq", Long.toString(COUNT.incrementAndGet()), "ce_source", "/test/" + key));
    }

    /// Whatever bytes a CRM may send.
    public void crmBytes(String company, String key, byte[] payload) {
        send(Topics.crmIn(new CompanyId(company)), key, payload, Map.of());
    }

    private void send(Topic<?> topic, String key, Object payload, Map<String, String> headers) {
        send(topic, key, CODEC.toJson(payload), headers);
    }

    private void send(Topic<?> topic, String key, byte[] payload, Map<String, String> headers) {
        var event = new ProducerRecord<>(topic.name(), key, payload);
        var all = new LinkedHashMap<String, String>();
        all.put("ce_specversion", "1.0");
        all.put("ce_id", "event-" + COUNT.incrementAndGet());
        all.put("ce_source", "/test");
        all.put("ce_type", "test");
        all.put("ce_time", Instant.now().toString());
        all.putAll(headers);
        all.forEach((name, value) -> event.headers().add(name, value.getBytes(UTF_8)));
        try {
            producer.send(event).get();
        } catch (InterruptedException | ExecutionException notSent) {
            throw new IllegalStateException(notSent);
        }
    }

    /// What a company's systems have now, by key.
    public Map<String, CrmOut> out(String company) {
        return read(Topics.crmOut(new CompanyId(company)));
    }

    /// The latest record under each key.
    public <T> Map<String, T> read(Topic<T> topic) {
        var latest = new LinkedHashMap<String, T>();
        each(topic, record -> latest.put(record.key(), CODEC.fromJson(record.value(), topic.payload())));
        return latest;
    }

    /// Every record that was ever sent, with all that comes with it.
    public List<String> raw(Topic<?> topic) {
        var all = new ArrayList<String>();
        each(topic, record -> {
            var headers = new TreeMap<String, String>();
            record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
            all.add(record.key() + " " + headers + " " + new String(record.value(), UTF_8));
        });
        return all;
    }

    /// From which aggregates the events of a topic come; their ids are hashes of this.
    public Set<String> sources(Topic<?> topic) {
        var sources = new TreeSet<String>();
        each(
                topic,
                record -> sources.add(
                        new String(record.headers().lastHeader("ce_source").value(), UTF_8)));
        return sources;
    }

    private void each(Topic<?> topic, Consumer<ConsumerRecord<String, byte[]>> action) {
        var config = Map.<String, Object>of("bootstrap.servers", brokers, "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(50)).forEach(action);
            }
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
