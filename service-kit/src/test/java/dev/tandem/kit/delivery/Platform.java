package dev.tandem.kit.delivery;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Topic;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.kit.store.StateCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// A broker and a store, the services under test on them, and a hand to write events with.
///
/// @param brokers bootstrap servers; `storeUri` of the store
record Platform(String brokers, String storeUri) {
    private static final StateCodec CODEC = new StateCodec();

    ConfigurableApplicationContext service(String name, String... settings) {
        return new SpringApplicationBuilder(NotesService.class)
                .web(WebApplicationType.SERVLET)
                .properties(
                        "server.port=0",
                        "TANDEM_ISSUER_URL=https://issuer.test/realms/tandem",
                        "TANDEM_CURSOR_KEY=a-key-for-tests-of-at-least-32-characters",
                        "TANDEM_MARK_KEY=a-key-for-tests-of-at-least-32-characters",
                        "spring.config.import=classpath:tandem-defaults.yml",
                        "spring.application.name=" + name,
                        "TANDEM_KAFKA_BROKERS=" + brokers,
                        "TANDEM_MONGODB_URI=" + storeUri,
                        "spring.cloud.function.definition=crmIn;companiesIn",
                        "spring.cloud.stream.bindings.crmIn-in-0.destination=crm\\.[a-z0-9-]+\\.in",
                        "spring.cloud.stream.kafka.bindings.crmIn-in-0.consumer.destination-is-pattern=true",
                        "spring.cloud.stream.bindings.companiesIn-in-0.destination=tandem.companies")
                .properties(settings)
                .run();
    }

    void createTopic(Topic<?> topic) {
        TestTopics.create(brokers, topic.name(), 1);
    }

    /// Writes a full change of a company's object with that text.
    void crmSays(CompanyId company, String object, String text) {
        var change = new CrmChange("account", new CrmId(object), null, CrmChange.Change.FULL, Map.of("text", text));
        write(Topics.crmIn(company).name(), object, CODEC.toJson(change));
    }

    void write(String topic, @Nullable String key, byte @Nullable [] value) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers), new StringSerializer(), new ByteArraySerializer())) {
            var event = new ProducerRecord<>(topic, key, value);
            Map.of("ce_id", "id-" + System.nanoTime(), "ce_source", "/crm", "ce_time", Instant.EPOCH.toString())
                    .forEach((name, header) -> event.headers().add(name, header.getBytes(StandardCharsets.UTF_8)));
            producer.send(event).get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
