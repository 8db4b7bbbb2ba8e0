package dev.tandem.roster;

import dev.tandem.contracts.Topic;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.intake.TopicReader;
import dev.tandem.kit.store.StateCodec;
import dev.tandem.kit.web.RecordedExamples;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import dev.tandem.kit.web.WithTokens;
import dev.tandem.store.EmbeddedStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.kafka.test.context.EmbeddedKafka;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The service on a broker and a store in this process, which all tests of this kind share; each brings companies of
/// its own.
@NullMarked
@SpringBootTest(
        classes = RosterApplication.class,
        properties = {
            "tandem.topics.partitions=1",
            "tandem.roster.days-interval-ms=300",
            "tandem.roster.team-age-minutes=0",
            "tandem.roster.imports-interval-ms=86400000",
            "tandem.roster.reminder-interval-ms=86400000"
        })
@AutoConfigureMockMvc
@WithTokens
@EmbeddedKafka(partitions = 1, bootstrapServersProperty = "spring.kafka.bootstrap-servers")
public abstract class RosterTest {
    private static final EmbeddedStore STORE = EmbeddedStore.inMemory();

    @Autowired
    protected MockMvcTester http;

    @Autowired
    protected TopicReader topics;

    @Autowired
    private StateCodec codec;

    @Value("${spring.kafka.bootstrap-servers}")
    private String brokers;

    private @Nullable KafkaProducer<byte[], byte[]> producer;

    @DynamicPropertySource
    static void store(DynamicPropertyRegistry properties) {
        properties.add("spring.mongodb.uri", STORE::uri);
    }

    /// A request of an alliance manager, the role of most.
    protected static String manager(String company) {
        return Tokens.bearer(company, Role.ALLIANCE_MANAGER);
    }

    protected MvcTestResult get(String token, String path) {
        return RecordedExamples.note(
                http.get().uri(path).header("Authorization", token).exchange(), null);
    }

    protected MvcTestResult post(String token, String path, String body) {
        return post(token, path, UUID.randomUUID().toString(), null, body);
    }

    /// As a change from the version that the caller has just read.
    protected MvcTestResult postCurrent(String token, String resource, String action, String body) {
        var etag = get(token, resource).getResponse().getHeader("ETag");
        return post(token, resource + action, UUID.randomUUID().toString(), etag, body);
    }

    protected MvcTestResult post(String token, String path, String key, @Nullable String etag, String body) {
        return send(HttpMethod.POST, token, path, key, etag, body);
    }

    protected MvcTestResult send(
            HttpMethod method, String token, String path, String key, @Nullable String etag, String body) {
        var request = http.method(method)
                .uri(path)
                .header("Authorization", token)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        if (etag != null) {
            request.header("If-Match", etag);
        }
        return RecordedExamples.note(request.exchange(), body);
    }

    /// Uploads a file.
    protected MvcTestResult postCsv(String token, String path, String key, String text) {
        var request = http.post()
                .uri(path)
                .header("Authorization", token)
                .header("Idempotency-Key", key)
                .contentType(MediaType.parseMediaType("text/csv"))
                .content(text);
        return RecordedExamples.note(request.exchange(), text);
    }

    /// Everything on a topic up to now.
    protected <T> List<Incoming<?>> read(Topic<T> topic) {
        var events = new ArrayList<Incoming<?>>();
        topics.read(topic, events::add);
        return events;
    }

    /// Writes an event as a CRM (`seq` 0) or another service does.
    protected <T> void write(Topic<T> topic, String key, long seq, @Nullable T payload) {
        var data = payload == null ? null : codec.toJson(payload);
        var event = new ProducerRecord<byte[], byte[]>(topic.name(), bytes(key), data);
        var headers = new HashMap<>(Map.of(
                "ce_id", UUID.randomUUID().toString(),
                "ce_source", "/test/" + key,
                "ce_time", Instant.now().toString()));
        if (seq > 0) {
            headers.put("ce_seq", Long.toString(seq));
        }
        headers.forEach((name, value) -> event.headers().add(name, bytes(value)));
        try {
            producer().send(event).get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private KafkaProducer<byte[], byte[]> producer() {
        var open = producer;
        if (open == null) {
            Map<String, Object> config = Map.of("bootstrap.servers", brokers);
            open = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
            producer = open;
        }
        return open;
    }

    @AfterEach
    void stopWriting() {
        if (producer != null) {
            producer.close();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Has each company say that the partnership fits, without which nobody signs.
    protected void stateFit(String resource, String... companies) {
        var body = """
                {"verdict": "FIT", "measures": ["Won joint deals"], "customerGains": ["One offer instead of two"],
                 "reason": {"code": "FIT", "sentence": "Our books overlap, our products do not."}}
                """;
        for (var company : companies) {
            var answer = postCurrent(manager(company), resource, "/fit", body);
            if (answer.getResponse().getStatus() != 200) {
                throw new IllegalStateException(
                        "not stated: " + answer.getResponse().getStatus());
            }
        }
    }

    /// Registers a company, which is then active.
    protected void register(String company) {
        var body = """
                {"id": "%s", "name": "%s Inc.", "baseCurrency": "USD", "timeZone": "America/New_York",
                 "fiscalYearStartMonth": 1}
                """.formatted(company, company);
        var answer = post(Tokens.operator(), "/roster/companies", body);
        if (answer.getResponse().getStatus() != 201) {
            throw new IllegalStateException(
                    "not registered: " + answer.getResponse().getStatus());
        }
    }
}
