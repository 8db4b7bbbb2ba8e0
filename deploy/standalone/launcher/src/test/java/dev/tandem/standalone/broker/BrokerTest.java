package dev.tandem.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.standalone.platform.Part;
import dev.tandem.standalone.platform.Platform;
import dev.tandem.standalone.platform.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerTest {
    private static final String TOPIC = "tandem.deals";

    @TempDir
    Path data;

    @Test
    void keepsAcknowledgedRecordsOverAKillAndAStop() throws Exception {
        var settings = Settings.onFreePorts(data).only(Part.BROKER);
        try (var platform = Platform.start(settings)) {
            createTopic(platform.brokers());
            send(platform.brokers(), "first");
            kill(platform);
            send(platform.brokers(), "second");
            assertThat(read(platform.brokers(), 2)).containsExactly("first", "second");
        }
        try (var platform = Platform.start(settings)) {
            assertThat(read(platform.brokers(), 2)).containsExactly("first", "second");
        }
    }

    private static void kill(Platform platform) throws InterruptedException {
        var pid = platform.pid(Part.BROKER);
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        await().atMost(Duration.ofSeconds(30)).until(() -> platform.pid(Part.BROKER) != pid);
        platform.awaitHealthy(Duration.ofSeconds(60));
    }

    private static void createTopic(String brokers) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    private static void send(String brokers, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", brokers, "acks", "all", "max.block.ms", 30_000);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, "deal", value)).get();
        }
    }

    private static List<String> read(String brokers, int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                brokers,
                "group.id",
                "reader",
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                false);
        var values = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(each -> values.add(each.value()));
                return values.size() >= count;
            });
        }
        return values;
    }
}
