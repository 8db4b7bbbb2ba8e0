package dev.tandem.kit.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoSocketException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.kit.intake.Parked.Status;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.messaging.Message;

/// What becomes of an event that a company's CRM sent, whatever is wrong with it or with the platform at the time.
class IntakeTest {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final CompanyId ACME = new CompanyId("acme");
    private static final Tenant TENANT = Tenant.of(ACME);
    private static final Parked.Discarded GIVEN_UP =
            new Parked.Discarded("ann", new Reason("BAD_DATA", "the CRM sent it by mistake"));
    private static EmbeddedStore store;
    private static MongoClient client;

    private final StateCodec codec = new StateCodec();
    private final List<String> applied = new ArrayList<>();
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
        var mongo = new MongoTemplate(client, "intake_" + DATABASES.incrementAndGet());
        intake = new Intake(codec, new ParkedEvents(mongo, new MutableClock()), new SimpleMeterRegistry());
        var spec = new SubscriptionSpec<>(
                Pattern.compile("crm\\.[a-z0-9-]+\\.in"),
                CrmChange.class,
                change -> change.change() == CrmChange.Change.FIELDS);
        java.util.function.Consumer<Message<?>> bound = intake.subscription(spec, this::handle);
        subscription = (Subscription<CrmChange>) bound;
    }

    private void handle(Incoming<CrmChange> event) {
        var text = String.valueOf(event.payload().fields().get("text"));
        var fault = faults.get(text);
        if (fault != null) {
            throw fault;
        }
        applied.add(event.key() + "=" + text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{                                                                       | data | UNREADABLE",
                "{\"objectType\":\"account\",\"objectId\":\"1\",\"change\":\"UNHEARD_OF\"} | data | UNREADABLE",
                "{\"objectType\":\"account\",\"change\":\"FULL\"}                         | data | UNREADABLE",
                "[]                                                                      | data | UNREADABLE",
            })
    void parksWhatCannotBeDecodedOnceAndGoesOn(String body, String field, String rule) {
        var bad = event("crm.acme.in", "o-1", body);

        subscription.take(bad);
        subscription.take(bad);
        subscription.take(full("o-2", "good"));

        assertThat(waiting()).extracting(Parked::status).containsExactly(Status.OPEN);
        assertThat(waiting().getFirst().findings().getFirst())
                .satisfies(finding ->
                        assertThat(List.of(finding.field(), finding.rule())).containsExactly(field, rule));
        assertThat(applied).containsExactly("o-2=good");
    }

    @Test
    void parksAnEventWithoutTheEnvelopesAttributes() {
        var bare = new ConsumerRecord<>("crm.acme.in", 0, offset++, bytes("o-1"), bytes("{}"));

        subscription.take(bare);

        assertThat(waiting().getFirst().findings().getFirst().field()).isEqualTo("ce_id");
    }

    @Test
    void parksForTheCompanyOfTheTopicWhateverTheBodySays() {
        subscription.take(event("crm.globex.in", "o-1", "{\"company\":\"acme\"}"));

        assertThat(intake.waiting(TENANT, "", 10)).isEmpty();
        assertThat(intake.countWaiting(Tenant.of(new CompanyId("globex")))).isEqualTo(1);
    }

    @Test
    void keepsAParkedEventFromAnotherTenant() {
        refuse("bad");
        subscription.take(full("o-1", "bad"));
        var id = waiting().getFirst().id();
        var globex = Tenant.of(new CompanyId("globex"));

        assertThat(intake.parked(globex, id)).isEmpty();
        assertThat(intake.redrive(globex, id)).isEmpty();
        assertThat(intake.discard(globex, id, GIVEN_UP)).isEmpty();
        assertThat(waiting()).extracting(Parked::status).containsExactly(Status.OPEN);
    }

    @Test
    void parksAFaultThatStaysAfterSixTriesAndForgetsItsText() {
        faults.put("bad", new IllegalStateException("secret"));
        var event = full("o-1", "bad");

        for (int i = 1; i < 6; i++) {
            assertThatThrownBy(() -> subscription.take(event)).isInstanceOf(IllegalStateException.class);
            assertThat(waiting()).isEmpty();
        }
        subscription.take(event);

        assertThat(waiting().getFirst().findings().toString())
                .contains("IllegalStateException")
                .doesNotContain("secret");
    }

    @Test
    void neverParksWhatMayPassHoweverOftenItFailsAndHoweverItBegan() {
        var event = full("o-1", "bad");
        var away = new MongoSocketException("away", new ServerAddress());
        for (int i = 0; i < 4; i++) {
            failing(event, new IllegalStateException("other"));
        }
        for (int i = 0; i < 20; i++) {
            failing(event, new DataAccessResourceFailureException("away", away));
        }
        assertThat(waiting()).isEmpty();
        faults.clear();

        subscription.take(event);

        assertThat(applied).containsExactly("o-1=bad");
    }

    @Test
    void parksAFaultThatStaysEvenIfAnOutageCameFirst() {
        var event = full("o-1", "bad");
        for (int i = 0; i < 10; i++) {
            failing(event, new DataAccessResourceFailureException("away"));
        }
        for (int i = 0; i < 5; i++) {
            failing(event, new IllegalStateException("other " + i));
        }
        subscription.take(event);

        assertThat(waiting()).hasSize(1);
    }

    @Test
    void countsTheTriesOfEachEventAnew() {
        failing(full("o-1", "bad"), new IllegalStateException());
        faults.clear();
        for (int i = 0; i < 5; i++) {
            failing(full("o-" + i, "bad"), new IllegalStateException());
        }

        assertThat(waiting()).isEmpty();
    }

    @Test
    void holdsBackChangesOfSomeFieldsBehindAParkedOneOfTheSameObjectOnly() {
        refuse("bad");

        subscription.take(fields("o-1", "bad"));
        subscription.take(fields("o-1", "second"));
        subscription.take(fields("o-2", "other"));

        assertThat(waiting()).extracting(Parked::status).containsExactly(Status.OPEN, Status.HELD);
        assertThat(applied).containsExactly("o-2=other");
    }

    @Test
    void redrivesWhatWasHeldBackInTheOrderOfArrival() {
        parkOneAndHoldBackTwo();
        faults.clear();

        intake.redrive(TENANT, waiting().getFirst().id());

        assertThat(applied).containsExactly("o-1=bad", "o-1=second", "o-1=third");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void stopsAtTheFirstThatStillCannotApplyAndNamesItsNewFinding() {
        parkOneAndHoldBackTwo();
        faults.clear();
        refuse("second");

        intake.redrive(TENANT, waiting().getFirst().id());

        assertThat(applied).containsExactly("o-1=bad");
        assertThat(waiting()).extracting(Parked::status).containsExactly(Status.OPEN, Status.HELD);
        assertThat(waiting().getFirst().findings().getFirst().rule()).isEqualTo("REFUSED");
    }

    @Test
    void leavesAHeldBackEventAloneWhileAnEarlierOneWaits() {
        parkOneAndHoldBackTwo();
        faults.clear();

        var third = intake.redrive(TENANT, waiting().getLast().id());

        assertThat(third).hasValueSatisfying(event -> assertThat(event.status()).isEqualTo(Status.HELD));
        assertThat(applied).isEmpty();
    }

    @Test
    void letsTheOthersGoWhenTheFirstIsDiscardedAndKeepsTheReason() {
        parkOneAndHoldBackTwo();

        var discarded =
                intake.discard(TENANT, waiting().getFirst().id(), GIVEN_UP).orElseThrow();

        assertThat(discarded.status()).isEqualTo(Status.DISCARDED);
        assertThat(discarded.discarded()).contains(GIVEN_UP);
        assertThat(applied).containsExactly("o-1=second", "o-1=third");
    }

    @Test
    void letsNothingGoWhenOneInTheMiddleIsDiscarded() {
        parkOneAndHoldBackTwo();

        intake.discard(TENANT, waiting().get(1).id(), GIVEN_UP);

        assertThat(applied).isEmpty();
        assertThat(waiting()).extracting(Parked::status).containsExactly(Status.OPEN, Status.HELD);
    }

    @Test
    void forgetsWhatIsParkedOfAnObjectOnceAllOfItArrived() {
        parkOneAndHoldBackTwo();
        var first = waiting().getFirst().id();

        subscription.take(full("o-1", "whole"));
        subscription.take(fields("o-1", "after"));

        assertThat(waiting()).isEmpty();
        assertThat(intake.parked(TENANT, first))
                .hasValueSatisfying(event -> assertThat(event.status()).isEqualTo(Status.SUPERSEDED));
        assertThat(applied).containsExactly("o-1=whole", "o-1=after");
    }

    @Test
    void neitherAppliesNorParksAgainWhatWasDecidedWhenItIsDeliveredAgain() {
        refuse("bad");
        var bad = fields("o-1", "bad");
        subscription.take(bad);
        intake.discard(TENANT, waiting().getFirst().id(), GIVEN_UP);
        faults.clear();

        subscription.take(bad);

        assertThat(applied).isEmpty();
        assertThat(waiting()).isEmpty();
    }

    @Test
    void letsAHeldBackEventGoThatIsDeliveredAgainAfterTheFirstWasDecided() {
        refuse("bad");
        var bad = fields("o-1", "bad");
        var second = fields("o-1", "second");
        subscription.take(bad);
        subscription.take(second);
        faults.put("second", new DataAccessResourceFailureException("away"));
        assertThatThrownBy(() -> intake.discard(TENANT, waiting().getFirst().id(), GIVEN_UP))
                .isInstanceOf(DataAccessResourceFailureException.class);
        faults.clear();

        subscription.take(second);

        assertThat(applied).containsExactly("o-1=second");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void parksAFaultFoundByRedrivingInsteadOfFailing() {
        refuse("bad");
        subscription.take(full("o-1", "bad"));
        faults.put("bad", new IllegalStateException("secret"));

        var still = intake.redrive(TENANT, waiting().getFirst().id()).orElseThrow();

        assertThat(still.status()).isEqualTo(Status.OPEN);
        assertThat(still.findings().getFirst().rule()).isEqualTo("FAILED");
    }

    @Test
    void doesNotTakeALaterEventOfATopicThatIsNotCompactedForTheWholeOfAnEarlier() {
        assertThat(SubscriptionSpec.of(Topics.CREDITS).full()).rejects((dev.tandem.contracts.credit.CreditChange) null);
        assertThat(SubscriptionSpec.of(Topics.DEALS).full()).accepts((dev.tandem.contracts.deal.DealChanged) null);
    }

    @Test
    void refusesASecondSubscriptionOfTheSameTopicsSinceTheyWouldShareItsPartitions() {
        intake.subscription(SubscriptionSpec.of(Topics.DEALS), _ -> {});

        assertThatThrownBy(() -> intake.subscription(SubscriptionSpec.of(Topics.DEALS), _ -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void parkOneAndHoldBackTwo() {
        refuse("bad");
        subscription.take(fields("o-1", "bad"));
        subscription.take(fields("o-1", "second"));
        subscription.take(fields("o-1", "third"));
    }

    private void failing(ConsumerRecord<byte[], byte[]> event, RuntimeException fault) {
        faults.put("bad", fault);
        assertThatThrownBy(() -> subscription.take(event)).isSameAs(fault);
    }

    private void refuse(String text) {
        faults.put(text, new Unprocessable("fields.text", "REFUSED", "no"));
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
        return event("crm.acme.in", key, new String(codec.toJson(payload), StandardCharsets.UTF_8));
    }

    private ConsumerRecord<byte[], byte[]> event(String topic, String key, String body) {
        var event = new ConsumerRecord<>(topic, 0, offset++, bytes(key), bytes(body));
        Map.of("ce_id", "id", "ce_source", "/crm", "ce_time", "2026-01-31T12:00:00Z")
                .forEach((name, value) -> event.headers().add(name, bytes(value)));
        return event;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
