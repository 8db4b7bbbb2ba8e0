package dev.tandem.roster;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.tandem.contracts.Topic;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.intake.TopicReader;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import dev.tandem.kit.web.WithTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
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
@SpringBootTest(classes = RosterApplication.class, properties = "tandem.topics.partitions=1")
@AutoConfigureMockMvc
@WithTokens
@EmbeddedKafka(partitions = 1, bootstrapServersProperty = "spring.kafka.bootstrap-servers")
public abstract class RosterTest {
    private static final MongoServer STORE = new MongoServer(new MemoryBackend());
    private static final String URI = STORE.bindAndGetConnectionString();

    @Autowired
    protected MockMvcTester http;

    @Autowired
    protected TopicReader topics;

    @DynamicPropertySource
    static void store(DynamicPropertyRegistry properties) {
        properties.add("spring.mongodb.uri", () -> URI);
    }

    /// A request of an alliance manager, the role of most.
    protected static String manager(String company) {
        return Tokens.bearer(company, Role.ALLIANCE_MANAGER);
    }

    protected MvcTestResult get(String token, String path) {
        return http.get().uri(path).header("Authorization", token).exchange();
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
        return request.exchange();
    }

    /// Everything on a topic up to now.
    protected <T> List<Incoming<?>> read(Topic<T> topic) {
        var events = new ArrayList<Incoming<?>>();
        topics.read(topic, events::add);
        return events;
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
