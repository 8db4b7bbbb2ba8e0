package dev.tandem.systemtests.latency;

import dev.tandem.standalone.client.Caller;
import dev.tandem.standalone.client.Patience;
import dev.tandem.standalone.client.Patience.Look;
import dev.tandem.systemtests.alliance.Alliance;
import dev.tandem.systemtests.running.RunningPlatform;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/// When the second company of an alliance first saw that an account of its own is shared: on its topic, and of every
/// tenth by REST too, which is asked once the topic has told the id of the joint account.
final class Sightings implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int ASKED_OF = 10;
    private static final int PATIENCE_ASKS = 500;

    private final Map<String, Long> onTopic = new ConcurrentHashMap<>();
    private final Map<String, Long> byRest = new ConcurrentHashMap<>();
    private final Alliance alliance;
    private final Caller manager;
    private final Thread thread;
    private volatile boolean closed;

    Sightings(Alliance alliance) {
        this.alliance = alliance;
        this.manager = RunningPlatform.manager(alliance.second());
        this.thread = Thread.ofPlatform().name("sightings").start(this::watch);
    }

    /// Nanoseconds of this JVM's clock, by the company's own account.
    Map<String, Long> onTopic() {
        return onTopic;
    }

    Map<String, Long> byRest() {
        return byRest;
    }

    private void watch() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", RunningPlatform.get().brokers(), "fetch.max.wait.ms", 100);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!closed) {
                consumer.poll(POLL).forEach(seen -> note(seen.key()));
            }
        }
    }

    /// The topic is there a moment after its company is.
    private List<TopicPartition> partitions(KafkaConsumer<String, String> consumer) {
        return new Patience(PATIENCE).until("the partner's topic", () -> {
            var found = consumer.partitionsFor("crm." + alliance.second() + ".out").stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            return found.isEmpty() ? Look.notYet(found) : Look.seen(found);
        });
    }

    private void note(String key) {
        var parts = key.split("/", 3);
        var isNews = "account".equals(parts[0]) && onTopic.putIfAbsent(parts[2], System.nanoTime()) == null;
        if (isNews && onTopic.size() % ASKED_OF == 0) {
            Thread.startVirtualThread(() -> ask(parts[1], parts[2]));
        }
    }

    private void ask(String joint, String account) {
        for (var asked = 0; asked < PATIENCE_ASKS; asked++) {
            var answer = manager.get(alliance.in("accounts") + "/joint-accounts/" + joint);
            if (answer.status() == 200) {
                byRest.put(account, System.nanoTime());
                return;
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
