package dev.tandem.kit.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.crm.CrmOut;
import dev.tandem.kit.intake.Parked.Status;
import dev.tandem.kit.store.MutableClock;
import dev.tandem.kit.store.StateCodec;
import dev.tandem.kit.store.Tenant;
import dev.tandem.store.EmbeddedStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.messaging.Message;

/// What is parked tells nothing of who was erased, whether it was parked before or after, and brings nobody back.
class ParkedPeopleTest {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final CompanyId ACME = new CompanyId("acme");
    private static final String CANARY = "Zyxwa Qvortrup";
    private static EmbeddedStore store;
    private static MongoClient client;

    private final StateCodec codec = new StateCodec();
    private final Set<String> erased = new HashSet<>();
    private final List<CrmChange> applied = new ArrayList<>();
    private boolean refusing = true;
    private boolean failing;
    private MongoTemplate mongo;
    private Intake intake;
    private Subscription<?> people;
    private Subscription<?> records;
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
    void open() {
        mongo = new MongoTemplate(client, "parked_people_" + DATABASES.incrementAndGet());
        intake = new Intake(codec, new ParkedEvents(mongo, new MutableClock()), new SimpleMeterRegistry());
        people = subscription(spec("crm\\.[a-z0-9-]+\\.people\\.in").erasing(this::erase, this::mark));
        records = subscription(spec("crm\\.[a-z0-9-]+\\.in").naming(this::mark));
    }

    private static SubscriptionSpec<CrmChange> spec(String topics) {
        return new SubscriptionSpec<>(
                Pattern.compile(topics), CrmChange.class, change -> change.change() == CrmChange.Change.FIELDS);
    }

    private Subscription<?> subscription(SubscriptionSpec<CrmChange> spec) {
        Consumer<Message<?>> bound = intake.subscription(spec, this::handle);
        return (Subscription<?>) bound;
    }

    private void erase(Erasure erasure) {
        if (failing) {
            throw new IllegalStateException("not now");
        }
        erased.add(erasure.key());
    }

    private Optional<CrmId> mark(CompanyId company, CrmId user) {
        return erased.contains(user.value()) ? Optional.of(CrmId.erased("mark-of-one")) : Optional.empty();
    }

    private void handle(Incoming<CrmChange> event) {
        if (refusing) {
            throw new Unprocessable("fields", "REFUSED", "no");
        }
        applied.add(event.payload());
    }

    @Test
    void anErasureTakesAwayThePersonsOwnRecordsAndTheNameInThoseOfOthers() {
        people.take(event("people.in", "u-1", user("u-1")));
        people.take(event("people.in", "u-2", said("user", "u-2", "\"managerUser\": \"u-1\", \"name\": \"Pat\"")));
        people.take(
                event("people.in", "activity/1", said("activity", "activity/1", "\"users\": \"u-2, u-1:PRESENTED\"")));
        people.take(event(
                "people.in", "activity/2", said("activity", "activity/2", "\"users\": \"u-11\", \"room\": \"u-1\"")));

        people.take(event("people.in", "u-1", null));

        assertThat(waiting()).extracting(Parked::key).containsExactly("u-2", "activity/1", "activity/2");
        assertThat(bodies()).hasSize(3);
        assertThat(bodies().get(0)).contains("\"managerUser\":\"erased:mark-of-one\"", "Pat");
        assertThat(bodies().get(1)).contains("\"users\":\"u-2\"");
        assertThat(bodies().get(2)).contains("\"users\": \"u-11\", \"room\": \"u-1\"");
    }

    @Test
    void aListOfOneIsEmptyWithoutThatOne() {
        people.take(event("people.in", "activity/3", said("activity", "activity/3", "\"users\": \" u-1\"")));

        people.take(event("people.in", "u-1", null));

        assertThat(bodies().getFirst()).contains("\"users\":\"\"");
    }

    @Test
    void nothingIsParkedOfWhoWasErasedBefore() {
        erased.add("u-1");

        people.take(event("people.in", "u-1", user("u-1")));
        people.take(event("people.in", "u-1", "{not json " + CANARY));
        people.take(event("people.in", "u-1", said("user", "other", "\"name\": \"" + CANARY + "\"")));
        records.take(event("in", "a-1", said("account", "a-1", "\"ownerUser\": \"u-1\", \"name\": \"Boats\"")));

        assertThat(waiting()).extracting(Parked::key).containsExactly("a-1");
        assertThat(bodies().getFirst()).contains("Boats", "erased:mark-of-one").doesNotContain("u-1");
        assertThat(everything()).doesNotContain(CANARY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"objectType\": \"user\", \"objectId\": \"u-1\", \"fields\": {\"name\": \"Zyxwa Qvortrup\"}",
                "{\"objectType\": \"user\", \"objectId\": \"u-9\", \"fields\": {\"name\": \"Zyxwa Qvortrup\"}}",
                "{\"objectType\": \"user\", \"fields\": {\"name\": \"Zyxwa Qvortrup\"}}",
                "{\"objectType\": \"contact\", \"objectId\": \"k-1\", \"fields\": {\"name\": \"Zyxwa Qvortrup\"}}",
                "{\"objectId\": \"k-1\", \"objectId\": \"k-1\", \"fields\": {\"name\": \"Zyxwa Qvortrup\"}}",
                "{\"objectId\": \"k-1\"} Zyxwa Qvortrup",
                "[\"Zyxwa Qvortrup\"]",
                "Zyxwa Qvortrup",
            })
    void keepsNothingOfWhatNoErasureWouldFindAndNoRedriveWouldApply(String body) {
        people.take(event("people.in", "k-1", body));
        refusing = false;

        var id = waiting().getFirst().id();
        assertThat(everything()).doesNotContain(CANARY);
        assertThat(intake.redrive(Tenant.of(ACME), id))
                .hasValueSatisfying(still -> assertThat(still.status()).isEqualTo(Status.OPEN));
        assertThat(erased).isEmpty();
    }

    @Test
    void keepsNothingOfWhatHasNoKey() {
        people.take(event("people.in", "", "[\"" + CANARY + "\"]"));

        assertThat(waiting()).hasSize(1);
        assertThat(everything()).doesNotContain(CANARY);
    }

    @Test
    void keepsNothingOfAPersonWhoCameOnTheWrongTopic() {
        records.take(event("in", "u-1", user("u-1")));
        records.take(event("in", "c-1", said("contact", "c-1", "\"name\": \"" + CANARY + "\"")));

        assertThat(waiting()).hasSize(2);
        assertThat(everything()).doesNotContain(CANARY);
    }

    @Test
    void whatNamedThePersonIsRedrivenWithoutTheName() {
        records.take(event("in", "a-1", said("account", "a-1", "\"ownerUser\": \"u-1\", \"employees\": \"1.50\"")));
        erased.add("u-1");

        assertThat(intake.forget(ACME, this::mark)).isEqualTo(1);
        assertThat(intake.forget(ACME, this::mark)).isZero();
        refusing = false;
        intake.redrive(Tenant.of(ACME), waiting().getFirst().id());

        assertThat(applied.getFirst().fields())
                .isEqualTo(Map.of("ownerUser", "erased:mark-of-one", "employees", "1.50"));
    }

    @Test
    void thePersonIsFoundAmongMoreParkedRecordsThanAreReadAtATime() {
        for (var i = 0; i < 45; i++) {
            records.take(event("in", "a-" + i, said("account", "a-" + i, "\"ownerUser\": \"u-" + i % 2 + "\"")));
        }
        erased.add("u-1");

        assertThat(intake.forget(ACME, this::mark)).isEqualTo(22);
        assertThat(bodies()).noneMatch(body -> body.contains("u-1"));
        assertThat(bodies()).filteredOn(body -> body.contains("u-0")).hasSize(23);
    }

    @Test
    void anotherCompanysRecordsStayAsTheyAre() {
        records.take(new ConsumerRecord<>(
                "crm.globex.in", 0, offset++, bytes("a-1"), bytes(said("account", "a-1", "\"ownerUser\": \"u-1\""))));
        erased.add("u-1");

        assertThat(intake.forget(ACME, this::mark)).isZero();
    }

    @Test
    void whatIsDecidedKeepsNoBody() {
        people.take(event("people.in", "u-1", user("u-1")));
        people.take(event("people.in", "u-1", user("u-1")));
        people.take(event("people.in", "u-2", user("u-2")));
        var reason = new dev.tandem.contracts.Reason("WRONG", "sent by mistake");
        intake.discard(Tenant.of(ACME), waiting().getLast().id(), new Parked.Discarded("ann", reason));
        refusing = false;
        intake.redrive(Tenant.of(ACME), waiting().getFirst().id());
        people.take(event("people.in", "u-1", user("u-1")));

        assertThat(waiting()).isEmpty();
        assertThat(mongo.count(new org.springframework.data.mongodb.core.query.Query(), "parked_events"))
                .isEqualTo(3);
        assertThat(everything()).doesNotContain(CANARY);
    }

    @Test
    void aNewerStateTakesAwayThatBeforeItEvenWhereNeitherCanBeRead() {
        Consumer<Message<?>> bound = intake.subscription(
                SubscriptionSpec.ofFullStates(Pattern.compile("crm\\.[a-z0-9-]+\\.out"), CrmOut.class), _ -> {});
        var out = (Subscription<?>) bound;
        out.take(event("out", "rep/p/r", "{\"@type\": \"NotKnownYet\", \"name\": \"" + CANARY + "\"}"));
        out.take(event("out", "rep/p/r", "{\"@type\": \"NotKnownYet\"}"));

        assertThat(waiting()).hasSize(1);
        assertThat(everything()).doesNotContain(CANARY);
    }

    @Test
    void aFindingRepeatsNothingOfWhatWasSent() {
        records.take(event(
                "in", "a-1", "{\"objectType\": \"account\", \"objectId\": \"a-1\", \"change\": \"" + CANARY + "\"}"));

        assertThat(waiting().getFirst().findings().toString())
                .contains("change")
                .doesNotContain(CANARY);
    }

    @Test
    void anErasureThatWasParkedErasesAllTheSameWhenItIsRedriven() {
        people.take(event("people.in", "activity/1", said("activity", "activity/1", "\"users\": \"u-1\"")));
        failing = true;
        var erasure = event("people.in", "u-1", null);
        for (var i = 1; i < 6; i++) {
            assertThatThrownBy(() -> people.take(erasure)).isInstanceOf(IllegalStateException.class);
        }
        people.take(erasure);
        assertThat(waiting()).extracting(Parked::key).contains("u-1");
        failing = false;

        var id = waiting().getLast().id();
        assertThat(intake.redrive(Tenant.of(ACME), id))
                .hasValueSatisfying(done -> assertThat(done.status()).isEqualTo(Status.REDRIVEN));

        assertThat(erased).containsExactly("u-1");
        assertThat(everything()).doesNotContain("u-1");
    }

    @Test
    void aRecordThatSaysNothingErasesNobody() {
        people.take(event("people.in", Topics.NOTHING_KEY, null));

        assertThat(erased).isEmpty();
        assertThat(waiting()).isEmpty();
    }

    private static String user(String id) {
        return said("user", id, "\"name\": \"" + CANARY + "\"");
    }

    private static String said(String type, String id, String fields) {
        return "{\"objectType\": \"%s\", \"objectId\": \"%s\", \"change\": \"FULL\", \"fields\": {%s}}"
                .formatted(type, id, fields);
    }

    private List<Parked> waiting() {
        return intake.waiting(Tenant.of(ACME), "", 100);
    }

    private List<String> bodies() {
        return mongo.findAll(Document.class, "parked_events").stream()
                .map(parked -> new String(parked.get("body", Binary.class).getData(), UTF_8))
                .toList();
    }

    /// All that is stored, the bytes of bodies as text.
    private String everything() {
        return mongo.findAll(Document.class, "parked_events").stream()
                .map(parked -> parked + " " + text(parked.get("body", Binary.class)))
                .toList()
                .toString();
    }

    private static String text(@Nullable Binary body) {
        return body == null ? "" : new String(body.getData(), UTF_8);
    }

    private ConsumerRecord<byte[], byte[]> event(String topic, String key, @Nullable String body) {
        var event = new ConsumerRecord<byte[], byte[]>(
                "crm.acme." + topic, 0, offset++, bytes(key), body == null ? null : bytes(body));
        Map.of("ce_id", "id-" + offset, "ce_source", "/crm", "ce_time", "2026-01-31T12:00:00Z", "note", CANARY)
                .forEach((name, value) -> event.headers().add(name, bytes(value)));
        return event;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
