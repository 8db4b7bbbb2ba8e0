package dev.tandem.kit.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.kit.store.MutableClock;
import dev.tandem.kit.store.StateCodec;
import dev.tandem.store.EmbeddedStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.ContainerProperties;

/// What another instance parked while it had a partition holds back whatever comes here behind it.
class KeptPartitionsTest {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final TopicPartition PARTITION = new TopicPartition("crm.acme.in", 0);
    private static final Consumer<Object, Object> CONSUMER = new MockConsumer<>("earliest");
    private static EmbeddedStore store;
    private static MongoClient client;

    private final StateCodec codec = new StateCodec();
    private final List<String> applied = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private MongoTemplate mongo;
    private Subscription<CrmChange> here;
    private Subscription<CrmChange> elsewhere;
    private ConsumerAwareRebalanceListener partitions;

    @BeforeAll
    static void start() {
        store = EmbeddedStore.inMemory();
        client = MongoClients.create(store.uri());
    }

    @AfterAll
    static void stop() {
        client.close();
        store.close();
    }

    @BeforeEach
    void open() {
        mongo = new MongoTemplate(client, "kept_" + DATABASES.incrementAndGet());
        var intake = intake();
        here = subscription(intake);
        elsewhere = subscription(intake());
        var container = new ContainerProperties("crm.acme.in");
        container.setConsumerRebalanceListener(new Told());
        KeptPartitions.listenTo(container, intake);
        partitions = (ConsumerAwareRebalanceListener) Objects.requireNonNull(container.getConsumerRebalanceListener());
    }

    @Test
    void asksAgainBehindAnAssignment() {
        asksAgain(PARTITION, () -> partitions.onPartitionsAssigned(CONSUMER, List.of(PARTITION)));
    }

    @Test
    void asksAgainBehindARevocation() {
        asksAgain(PARTITION, () -> partitions.onPartitionsRevokedBeforeCommit(CONSUMER, List.of(PARTITION)));
    }

    @Test
    void asksAgainBehindALoss() {
        asksAgain(PARTITION, () -> partitions.onPartitionsLost(CONSUMER, List.of(PARTITION)));
    }

    @Test
    void keepsNoPartitionThatItWasNotGiven() {
        asksAgain(new TopicPartition("crm.acme.in", 1), () -> {});
    }

    /// @param given partition that is kept at first
    /// @param behind what is told of partitions before the event that is to be held back
    private void asksAgain(TopicPartition given, Runnable behind) {
        partitions.onPartitionsAssigned(CONSUMER, List.of(given));
        here.takeAll(List.of(event(0, "a")));
        elsewhere.takeAll(List.of(event(1, "bad")));
        behind.run();

        here.takeAll(List.of(event(5, "held")));

        assertThat(applied).containsExactly("a");
    }

    @Test
    void holdsBackWhatComesBehindWhatItParkedItself() {
        partitions.onPartitionsAssigned(CONSUMER, List.of(PARTITION));
        here.takeAll(List.of(event(0, "a"), event(2, "bad")));

        here.takeAll(List.of(event(5, "held")));

        assertThat(applied).containsExactly("a");
    }

    @Test
    void tellsWhoeverElseListens() {
        partitions.onPartitionsAssigned(CONSUMER, List.of(PARTITION));
        partitions.onPartitionsRevokedBeforeCommit(CONSUMER, List.of(PARTITION));
        partitions.onPartitionsRevokedAfterCommit(CONSUMER, List.of(PARTITION));
        partitions.onPartitionsLost(CONSUMER, List.of(PARTITION));

        assertThat(told).containsExactly("assigned", "revoking", "revoked", "lost");
    }

    private final class Told implements ConsumerAwareRebalanceListener {
        @Override
        public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> assigned) {
            told.add("assigned");
        }

        @Override
        public void onPartitionsRevokedBeforeCommit(Consumer<?, ?> consumer, Collection<TopicPartition> revoking) {
            told.add("revoking");
        }

        @Override
        public void onPartitionsRevokedAfterCommit(Consumer<?, ?> consumer, Collection<TopicPartition> revoked) {
            told.add("revoked");
        }

        @Override
        public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> lost) {
            told.add("lost");
        }
    }

    private Intake intake() {
        return new Intake(codec, new ParkedEvents(mongo, new MutableClock()), new SimpleMeterRegistry());
    }

    @SuppressWarnings("unchecked")
    private Subscription<CrmChange> subscription(Intake intake) {
        var spec = new SubscriptionSpec<>(Pattern.compile("crm\\.[a-z0-9-]+\\.in"), CrmChange.class, _ -> true);
        return (Subscription<CrmChange>) intake.subscription(spec, this::handle);
    }

    private void handle(Incoming<CrmChange> event) {
        var text = String.valueOf(event.payload().fields().get("text"));
        if (text.equals("bad")) {
            throw new Unprocessable("fields.text", "REFUSED", "no");
        }
        applied.add(text);
    }

    /// All of one object.
    private ConsumerRecord<byte[], byte[]> event(long offset, String text) {
        var change = new CrmChange("account", new CrmId("o-1"), null, CrmChange.Change.FIELDS, Map.of("text", text));
        var event = new ConsumerRecord<>(
                PARTITION.topic(), PARTITION.partition(), offset, bytes("o-1"), codec.toJson(change));
        Map.of("ce_id", "e-" + offset, "ce_source", "/crm", "ce_time", "2026-01-31T12:00:00Z")
                .forEach((name, value) -> event.headers().add(name, bytes(value)));
        return event;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
