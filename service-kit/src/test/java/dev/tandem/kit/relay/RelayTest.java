package dev.tandem.kit.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.tandem.contracts.CompanyId;
import dev.tandem.kit.delivery.TestBroker;
import dev.tandem.kit.delivery.TestTopics;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Outboxes;
import dev.tandem.kit.store.Outboxes.Written;
import dev.tandem.kit.store.Outgoing;
import dev.tandem.kit.store.StateCodec;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import dev.tandem.store.EmbeddedStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.mongodb.core.MongoTemplate;

/// Events leave in order, none is lost, and none is put over a newer one, wherever a relay dies or is paused.
class RelayTest {
    private static final AtomicInteger RUNS = new AtomicInteger();
    private static final Tenant ACME = Tenant.of(new CompanyId("acme"));
    private static final Duration SOON = Duration.ofSeconds(60);
    private static EmbeddedStore store;
    private static MongoClient client;
    private static TestBroker broker;

    private final Outboxes outboxes = new Outboxes();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private MongoTemplate mongo;
    private Aggregates<Count> counts;
    private String service;
    private String topic;

    record Count(int value) {}

    @BeforeAll
    static void start() {
        store = EmbeddedStore.inMemory();
        client = MongoClients.create(store.uri());
        broker = new TestBroker().start();
    }

    @AfterAll
    static void stop() {
        broker.close();
        client.close();
        store.close();
    }

    @BeforeEach
    void open() {
        service = "relay-" + RUNS.incrementAndGet();
        topic = service + "-events";
        TestTopics.create(broker.address(), topic, 2);
        mongo = new MongoTemplate(client, service);
        counts = counts(outboxes);
    }

    private Aggregates<Count> counts(Outboxes hints) {
        return new Stores(mongo, new StateCodec(), hints, Clock.systemUTC(), service).aggregates("counts", Count.class);
    }

    /// The outboxes as another process sees them, which hears of no write.
    private Outboxes anotherInstance() {
        var hints = new Outboxes();
        counts(hints);
        return hints;
    }

    @Test
    void sendsWhatWasWrittenBeforeACrashOnceItRuns() {
        write("a");
        write("a");

        var relay = started(anotherInstance());

        await().atMost(SOON).untilAsserted(() -> assertThat(sent().get("a")).containsExactly(1L, 2L));
        relay.stop();
    }

    @Test
    void takesEventsOutWithoutTouchingVersionOrState() {
        write("a");
        var before = counts.find(ACME, "a");

        var relay = started(outboxes);
        await().atMost(SOON).until(() -> unsent().isEmpty());
        relay.stop();

        assertThat(counts.find(ACME, "a")).isEqualTo(before);
        write("a");
        assertThat(counts.find(ACME, "a").orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void sendsAnEventAgainUnderTheSameIdAfterACrashBetweenSendingAndTakingOut() {
        write("a");
        try (var crashing = new EventSender(broker(), service)) {
            var sending = new Sending(mongo, crashing, new Waiting(100, 400));
            sending.become();
            sending.send(sending.read(unsent()));
        }

        var relay = started(anotherInstance());

        await().atMost(SOON).untilAsserted(() -> assertThat(sent().get("a")).containsExactly(1L, 1L));
        relay.stop();
        assertThat(TestTopics.read(broker.address(), topic).stream()
                        .map(event -> TestTopics.header(event, "ce_id"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void endsTheRightOfAPausedRelayToSend() {
        write("a");
        var paused = new EventSender(broker(), service);
        var pausedSending = new Sending(mongo, paused, new Waiting(100, 400));
        pausedSending.become();
        var inHand = pausedSending.read(unsent());
        write("a");
        try (var other = new EventSender(broker(), service)) {
            assertThat(new Sending(mongo, other, new Waiting(100, 400)).all(unsent()))
                    .isEqualTo(2);
        }

        assertThatThrownBy(() -> pausedSending.send(inHand)).isInstanceOf(KafkaException.class);
        paused.close();

        assertThat(sent().get("a")).containsExactly(1L, 2L);
    }

    @Test
    void takesOutOnlyWhatItSentThoughTheOutboxWentOnMeanwhile() {
        write("a");
        write("a");
        var outbox = new Outbox(mongo, "counts");
        var zombie = outbox.read(List.of("a"));
        outbox.sent(outbox.read(List.of("a")));
        write("a");
        write("a");

        outbox.sent(zombie);

        assertThat(outbox.read(List.of("a")).getFirst().entries())
                .extracting(entry -> entry.getLong("seq"))
                .containsExactly(3L, 4L);
        assertThat(unsent()).hasSize(1);
    }

    @Test
    void leavesNoFlagBehindWhereAnOutboxIsEmpty() {
        write("a");
        var outbox = new Outbox(mongo, "counts");
        var read = outbox.read(List.of("a"));
        write("a");
        outbox.sent(read);
        assertThat(unsent()).hasSize(1);

        outbox.sent(outbox.read(List.of("a")));
        assertThat(unsent()).isEmpty();

        mongo.updateFirst(
                new org.springframework.data.mongodb.core.query.Query(),
                new org.springframework.data.mongodb.core.query.Update().set("unsent", true),
                "counts");
        assertThat(outbox.read(List.of("a"))).isEmpty();
        assertThat(unsent()).isEmpty();
    }

    @Test
    void lendsTheLeaseToOneAndToTheNextWhenItRanOutOrWasReleased() {
        var clock = new dev.tandem.kit.store.MutableClock();
        var one = new RelayLease(mongo, clock, "one", 5_000);
        var two = new RelayLease(mongo, clock, "two", 5_000);

        assertThat(one.held()).isTrue();
        assertThat(two.held()).isFalse();
        clock.advance(Duration.ofMillis(5_001));
        assertThat(two.held()).isTrue();
        assertThat(one.held()).isFalse();
        two.release();
        assertThat(one.held()).isTrue();
    }

    @Test
    void keepsTheOrderOfEachAggregateWhileTwoInstancesRunAndOneIsStoppedUnderLoad() throws Exception {
        var one = started(outboxes);
        var two = started(anotherInstance());
        var writers = IntStream.range(0, 4)
                .mapToObj(writer -> Thread.ofVirtual().start(() -> {
                    for (int i = 0; i < 50; i++) {
                        write("w" + writer);
                    }
                }))
                .toList();
        await().atMost(SOON).until(() -> !sent().isEmpty());
        one.stop();
        for (var writer : writers) {
            writer.join();
        }
        await().atMost(SOON).until(() -> unsent().isEmpty());
        two.stop();

        var expected = IntStream.rangeClosed(1, 50).mapToObj(Long::valueOf).toList();
        assertThat(sent()).hasSize(4).allSatisfy((_, seqs) -> assertThat(seqs).containsExactlyElementsOf(expected));
    }

    @Test
    void goesOnWithTheOthersWhileTopicsAreMissingAndWithThoseOnceTheyAreThere() {
        var missing = topic + "-missing";
        for (var waits : List.of("m1", "m2", "m3")) {
            write(waits, missing);
            write(waits, topic);
        }
        var relay = started(anotherInstance());

        write("a");
        write("b");
        await().atMost(SOON).untilAsserted(() -> assertThat(sent()).containsOnlyKeys("a", "b"));
        await().atMost(SOON).untilAsserted(() -> assertThat(waiting()).isEqualTo(3));
        assertThat(relay.waiting().topics()).isEqualTo(1);

        TestTopics.create(broker.address(), missing, 1);
        await().atMost(SOON).until(() -> unsent().isEmpty());
        await().atMost(SOON).untilAsserted(() -> assertThat(waiting()).isZero());
        relay.stop();
        assertThat(sent()).hasSize(5).allSatisfy((_, seqs) -> assertThat(seqs).containsExactly(1L));
        assertThat(TestTopics.read(broker.address(), missing)).hasSize(3);
    }

    @Test
    void goesOnWithTheOthersWhileOneEventIsRefusedAndKeepsWhatIsBehindItInOrder() {
        var narrow = topic + "-narrow";
        TestTopics.create(broker.address(), narrow, 1);
        largestMessage(narrow, 1_000);
        write("large", topic);
        counts.change(
                ACME,
                "large",
                Cause.GIVEN,
                _ -> Change.to(new Count(2), new Outgoing(narrow, "large", "x".repeat(5_000))));
        write("large", topic);
        write("a");
        var relay = started(anotherInstance());

        await().atMost(SOON).untilAsserted(() -> assertThat(sent().get("a")).containsExactly(1L));
        await().atMost(SOON).untilAsserted(() -> assertThat(waiting()).isEqualTo(1));
        write("a");
        await().atMost(SOON).untilAsserted(() -> assertThat(sent().get("a")).containsExactly(1L, 2L));
        assertThat(sent().get("large")).containsExactly(1L);

        largestMessage(narrow, 10_000);
        await().atMost(SOON).until(() -> unsent().isEmpty());
        relay.stop();
        assertThat(sent().get("large")).containsExactly(1L, 2L);
        assertThat(TestTopics.read(broker.address(), narrow)).hasSize(1);
    }

    private double waiting() {
        return meters.get("tandem.relay.waiting").gauge().value();
    }

    private static void largestMessage(String topic, int bytes) {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var entry = new ConfigEntry("max.message.bytes", Integer.toString(bytes));
        try (var admin = Admin.create(broker())) {
            admin.incrementalAlterConfigs(Map.of(resource, List.of(new AlterConfigOp(entry, AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /// Two relays whose steps interleave at random with writes and crashes, as if no lease held them apart.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void losesNothingAndPutsNothingOldOverNewInAnyInterleaving(int run) {
        var seed = System.nanoTime() + run;
        var random = new Random(seed);
        var relays = List.of(new Stepper(), new Stepper());
        var awake = relays;
        for (int i = 0; i < 80; i++) {
            var relay = awake.get(random.nextInt(awake.size()));
            switch (random.nextInt(10)) {
                case 0, 1 -> write("a");
                case 2 -> write("b");
                case 3 -> relay.crash();
                case 4, 5 -> relay.finishTurn();
                // One is paused, mostly with a batch in hand, while the other goes on; or both are awake again.
                case 6 -> awake = awake.size() == 1 ? relays : List.of(relay);
                default -> relay.step();
            }
        }
        relays.forEach(Stepper::crash);
        try (var last = new EventSender(broker(), service)) {
            new Sending(mongo, last, new Waiting(100, 400)).all(unsent());
        }

        assertThat(unsent()).isEmpty();
        sent().forEach((aggregate, seqs) -> {
            var all = (long) counts.find(ACME, aggregate).orElseThrow().state().value();
            assertThat(appliedByAConsumer(seqs))
                    .as("seed %d, %s of %s", seed, seqs, aggregate)
                    .containsExactlyElementsOf(upTo(all));
            assertThat(oldOverNew(seqs))
                    .as("seed %d, %s of %s", seed, seqs, aggregate)
                    .isEmpty();
        });
    }

    /// One relay, one step at a time; a refused step is a crash.
    private final class Stepper {
        private EventSender sender = new EventSender(broker(), service);
        private Sending sending = new Sending(mongo, sender, new Waiting(100, 400));
        private Sending.Batch batch = new Sending.Batch(Map.of());
        private int next;

        void step() {
            try {
                switch (next) {
                    case 0 -> sending.become();
                    case 1 -> batch = sending.read(unsent());
                    case 2 -> sending.send(batch);
                    default -> sending.takeOut(batch);
                }
                next = (next + 1) % 4;
            } catch (KafkaException fenced) {
                crash();
            }
        }

        void finishTurn() {
            do {
                step();
            } while (next != 0);
        }

        void crash() {
            sender.close();
            sender = new EventSender(broker(), service);
            sending = new Sending(mongo, sender, new Waiting(100, 400));
            next = 0;
        }
    }

    /// What a consumer applies that drops whatever is not above the last.
    private static List<Long> appliedByAConsumer(List<Long> seqs) {
        var applied = new ArrayList<Long>();
        seqs.stream()
                .filter(seq -> applied.isEmpty() || seq > applied.getLast())
                .forEach(applied::add);
        return applied;
    }

    /// Where the events end that were sent together but stop short of what had been sent before: for a moment, or for
    /// ever, a compacted topic says something old.
    private static List<Long> oldOverNew(List<Long> seqs) {
        var old = new ArrayList<Long>();
        var highest = 0L;
        for (int i = 0; i < seqs.size(); i++) {
            var ends = i + 1 == seqs.size() || seqs.get(i + 1) != seqs.get(i) + 1;
            if (ends && seqs.get(i) < highest) {
                old.add(seqs.get(i));
            }
            highest = Math.max(highest, seqs.get(i));
        }
        return old;
    }

    private static List<Long> upTo(long last) {
        return IntStream.rangeClosed(1, (int) last).mapToObj(Long::valueOf).toList();
    }

    private Relay started(Outboxes hints) {
        var settings = new RelaySettings(2, 20, 1_000, 100, 400);
        var lease = new RelayLease(mongo, Clock.systemUTC(), "holder-" + System.nanoTime(), settings.leaseMs());
        var relay = new Relay(hints, mongo, new EventSender(broker(), service), lease, settings, meters);
        relay.start();
        return relay;
    }

    private static Map<String, Object> broker() {
        return Map.of("bootstrap.servers", broker.address());
    }

    private void write(String id) {
        write(id, topic);
    }

    private void write(String id, String to) {
        counts.change(ACME, id, Cause.GIVEN, now -> {
            var value = now.map(Versioned::state).map(Count::value).orElse(0) + 1;
            return Change.to(new Count(value), new Outgoing(to, id, new Count(value)));
        });
    }

    private Set<Written> unsent() {
        return new HashSet<>(new Outbox(mongo, "counts").sweep(100));
    }

    private Map<String, List<Long>> sent() {
        return TestTopics.read(broker.address(), topic).stream()
                .collect(Collectors.groupingBy(
                        TestTopics::key,
                        HashMap::new,
                        Collectors.mapping(
                                event -> Long.valueOf(TestTopics.header(event, "ce_seq")), Collectors.toList())));
    }
}
