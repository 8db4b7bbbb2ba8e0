package dev.tandem.kit.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.kit.store.MutableClock;
import dev.tandem.kit.store.StateCodec;
import dev.tandem.kit.store.Tenant;
import dev.tandem.store.EmbeddedStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.listener.BatchListenerFailedException;

/// Events that came in one poll come to the same whether they are handled together or each on its own.
class BatchIntakeTest {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final Tenant TENANT = Tenant.of(new CompanyId("acme"));
    private static EmbeddedStore store;
    private static MongoClient client;

    private final StateCodec codec = new StateCodec();
    private final List<String> applied = new ArrayList<>();
    private final List<Integer> together = new ArrayList<>();
    private final Map<String, RuntimeException> faults = new HashMap<>();
    private Intake intake;
    private Subscription<CrmChange> subscription;
    private long offset;

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
    @SuppressWarnings("unchecked")
    void open() {
        var mongo = new MongoTemplate(client, "batch_intake_" + DATABASES.incrementAndGet());
        intake = new Intake(codec, new ParkedEvents(mongo, new MutableClock()), new SimpleMeterRegistry());
        var spec = new SubscriptionSpec<>(
                        Pattern.compile("crm\\.[a-z0-9-]+\\.in"),
                        CrmChange.class,
                        change -> change.change() == CrmChange.Change.FIELDS)
                .erasing(erasure -> applied.add(erasure.key() + " erased"), (_, _) -> Optional.empty());
        subscription = (Subscription<CrmChange>) intake.subscription(spec, this::handle, this::handle);
    }

    @Test
    @SuppressWarnings("unchecked")
    void handsWhatIsRedrivenToWhoeverHasItDoneByTheThreadThatHasTheRestInOrder() {
        var spec = new SubscriptionSpec<>(Pattern.compile("crm\\.[a-z0-9-]+\\.out"), CrmChange.class, _ -> false);
        var redriven = new ArrayList<String>();
        var parking = (Subscription<CrmChange>) intake.subscriptionOfMany(
                spec,
                _ -> {
                    throw new Unprocessable(List.of());
                },
                event -> redriven.add(event.key()));
        var event = new ConsumerRecord<>(
                "crm.acme.out",
                0,
                1,
                "o-1".getBytes(StandardCharsets.UTF_8),
                full("o-1", "x").value());
        full("o-1", "x").headers().forEach(header -> event.headers().add(header));

        parking.take(event);
        assertThat(redriven).isEmpty();
        intake.redrive(TENANT, intake.waiting(TENANT, "", 10).getFirst().id());

        assertThat(redriven).containsExactly("o-1");
        assertThat(intake.waiting(TENANT, "", 10)).isEmpty();
    }

    private void handle(List<Incoming<CrmChange>> events) {
        together.add(events.size());
        events.forEach(this::handle);
    }

    private void handle(Incoming<CrmChange> event) {
        var text = String.valueOf(event.payload().fields().get("text"));
        if (faults.containsKey(text)) {
            throw faults.get(text);
        }
        applied.add(event.key() + "=" + text);
    }

    @Test
    void handsOverAtOnceWhatCameAtOnce() {
        subscription.takeAll(List.of(full("o-1", "a"), full("o-2", "b"), full("o-1", "c")));
        assertThat(together).containsExactly(3);
        assertThat(applied).containsExactly("o-1=a", "o-2=b", "o-1=c");
    }

    @Test
    void handsSingleEventOverByItself() {
        subscription.takeAll(List.of(full("o-1", "a")));
        assertThat(together).isEmpty();
        assertThat(applied).containsExactly("o-1=a");
    }

    @Test
    void parksOnlyTheOneThatCanNeverApply() {
        faults.put("bad", new Unprocessable("fields.text", "REFUSED", "no"));
        subscription.takeAll(List.of(full("o-1", "a"), full("o-2", "bad"), fields("o-2", "after"), full("o-3", "c")));
        assertThat(together).containsExactly(4);
        assertThat(applied).endsWith("o-1=a", "o-3=c").doesNotContain("o-2=after");
        assertThat(waiting())
                .extracting(Parked::key, Parked::status)
                .containsExactly(tuple("o-2", Parked.Status.OPEN), tuple("o-2", Parked.Status.HELD));
    }

    @Test
    void parksTheOneThatCannotBeDecoded() {
        subscription.takeAll(List.of(full("o-1", "a"), event("o-2", "{not json"), full("o-3", "c")));
        assertThat(applied).containsExactly("o-1=a", "o-3=c");
        assertThat(waiting()).extracting(Parked::key).containsExactly("o-2");
    }

    @Test
    void goesOneByOneWhileSomethingOfTheTopicIsParked() {
        faults.put("bad", new Unprocessable("fields.text", "REFUSED", "no"));
        subscription.takeAll(List.of(full("o-1", "bad")));
        subscription.takeAll(List.of(fields("o-1", "held"), full("o-2", "b")));
        assertThat(together).isEmpty();
        assertThat(applied).containsExactly("o-2=b");
    }

    @Test
    void takesTheOthersTogetherAroundARecordThatSaysNothing() {
        subscription.takeAll(List.of(full("o-1", "a"), erasure(Topics.NOTHING_KEY), full("o-2", "b")));

        assertThat(applied).containsExactly("o-1=a", "o-2=b");
        assertThat(together).containsExactly(2);
    }

    @Test
    void namesTheRightEventToTryAgainBehindARecordThatSaysNothing() {
        faults.put("bad", new DataAccessResourceFailureException("away"));

        assertThatThrownBy(() -> subscription.takeAll(
                        List.of(erasure(Topics.NOTHING_KEY), full("o-1", "a"), full("o-2", "bad"))))
                .isInstanceOfSatisfying(
                        BatchListenerFailedException.class,
                        fault -> assertThat(fault.getIndex()).isEqualTo(2));
    }

    @Test
    void erasesInTheOrderOfTheEvents() {
        subscription.takeAll(List.of(full("o-1", "a"), erasure("o-1"), full("o-2", "b")));
        assertThat(together).isEmpty();
        assertThat(applied).containsExactly("o-1=a", "o-1 erased", "o-2=b");
    }

    @Test
    void namesTheOneFromWhichOnTheyComeAgain() {
        var away = new MongoTimeoutException("the store is away");
        faults.put("bad", away);
        var events = List.of(full("o-1", "a"), full("o-2", "bad"), full("o-3", "c"));
        assertThatThrownBy(() -> subscription.takeAll(events))
                .isInstanceOfSatisfying(
                        BatchListenerFailedException.class,
                        again -> assertThat(again.getIndex()).isEqualTo(1))
                .hasCause(away);
        assertThat(waiting()).isEmpty();

        faults.clear();
        applied.clear();
        subscription.takeAll(events.subList(1, 3));
        assertThat(applied).containsExactly("o-2=bad", "o-3=c");
    }

    @Test
    void doesNotCountFaultsOfTheWholeAgainstAnyOne() {
        faults.put("bad", new MongoSocketReadException("cut off", new ServerAddress()));
        var events = List.of(full("o-1", "a"), full("o-2", "bad"));
        for (int again = 0; again < 20; again++) {
            assertThatThrownBy(() -> subscription.takeAll(events)).isInstanceOf(BatchListenerFailedException.class);
        }
        assertThat(waiting()).isEmpty();
    }

    private List<Parked> waiting() {
        return intake.waiting(TENANT, "", 100);
    }

    private ConsumerRecord<byte[], byte[]> full(String key, String text) {
        return change(key, CrmChange.Change.FULL, text);
    }

    private ConsumerRecord<byte[], byte[]> fields(String key, String text) {
        return change(key, CrmChange.Change.FIELDS, text);
    }

    private ConsumerRecord<byte[], byte[]> change(String key, CrmChange.Change change, String text) {
        var payload = new CrmChange("account", new CrmId(key), null, change, Map.of("text", text));
        return event(key, new String(codec.toJson(payload), StandardCharsets.UTF_8));
    }

    private ConsumerRecord<byte[], byte[]> event(String key, String body) {
        var event = new ConsumerRecord<>("crm.acme.in", 0, offset++, bytes(key), bytes(body));
        Map.of("ce_id", "id", "ce_source", "/crm", "ce_time", "2026-01-31T12:00:00Z")
                .forEach((name, value) -> event.headers().add(name, bytes(value)));
        return event;
    }

    private ConsumerRecord<byte[], byte[]> erasure(String key) {
        return new ConsumerRecord<>("crm.acme.in", 0, offset++, bytes(key), null);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
