package dev.tandem.kit.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.GoldenSample;
import dev.tandem.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Holds a service to the golden samples: the records that its relay has sent, and those that it is sent.
public final class GoldenEvents {
    private static final String ID = "[A-Za-z0-9_-]{20,}";
    private static final List<String> HEADERS = List.of(
            "ce_specversion", "ce_id", "ce_source", "ce_type", "ce_time", "ce_subject", "ce_seq", "content-type");

    private final String brokers;
    private final String service;

    /// @param service which writes, as it names itself in the source of its events
    public GoldenEvents(String brokers, String service) {
        this.brokers = brokers;
        this.service = service;
    }

    /// One of the records under the key is the sample, headers and all.
    ///
    /// @param free JSON pointers of values that are others in each run, such as times
    public void assertSent(Topic<?> topic, String key, GoldenSample golden, List<String> free) {
        var events = TestTopics.read(brokers, topic.name()).stream()
                .filter(event -> TestTopics.key(event).equals(key))
                .filter(event -> TestTopics.header(event, "ce_type").equals("tandem." + golden.type()))
                .toList();
        assertThat(events).as("%s under %s on %s", golden, key, topic.name()).isNotEmpty();
        events.forEach(this::assertEnvelope);
        var closest = events.stream()
                .map(event -> golden.differences(event.value(), free))
                .min(Comparator.comparingInt(List::size));
        assertThat(closest.orElseThrow())
                .as("%s as sent on %s", golden, topic.name())
                .isEmpty();
    }

    private void assertEnvelope(ConsumerRecord<byte[], byte[]> event) {
        assertThat(StreamSupport.stream(event.headers().spliterator(), false).map(Header::key))
                .containsExactlyElementsOf(HEADERS);
        assertThat(TestTopics.header(event, "ce_specversion")).isEqualTo("1.0");
        assertThat(TestTopics.header(event, "ce_id")).matches(ID);
        assertThat(TestTopics.header(event, "ce_source")).startsWith("/" + service + "/");
        assertThat(Instant.parse(TestTopics.header(event, "ce_time")))
                .isBefore(Instant.now().plusSeconds(60));
        assertThat(TestTopics.header(event, "ce_subject")).isEqualTo(TestTopics.key(event));
        assertThat(Long.parseLong(TestTopics.header(event, "ce_seq"))).isPositive();
        assertThat(TestTopics.header(event, "content-type")).isEqualTo("application/json");
    }

    /// Sends a sample as its writer does; a company's CRM counts nothing, so its `seq` is 0.
    public void send(Topic<?> topic, String key, long seq, GoldenSample golden) {
        send(topic, key, Instant.now(), seq, golden);
    }

    /// @param time when it happened, as the writer says
    public void send(Topic<?> topic, String key, Instant time, long seq, GoldenSample golden) {
        var event = new ProducerRecord<>(topic.name(), key, golden.json());
        var headers = Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                UUID.randomUUID().toString(),
                "ce_source",
                "/golden/" + key,
                "ce_type",
                "tandem." + golden.type(),
                "ce_time",
                time.toString(),
                "ce_subject",
                key,
                "content-type",
                "application/json");
        headers.forEach((name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        if (seq > 0) {
            event.headers().add("ce_seq", Long.toString(seq).getBytes(StandardCharsets.UTF_8));
        }
        Map<String, Object> config = Map.of("bootstrap.servers", brokers);
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(event).get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
