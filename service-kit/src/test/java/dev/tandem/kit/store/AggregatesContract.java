package dev.tandem.kit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/// What aggregates promise, in any store.
abstract class AggregatesContract {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final Tenant ACME = Tenant.of(new CompanyId("acme"));
    private static final Tenant GLOBEX = Tenant.of(new CompanyId("globex"));

    private final MutableClock clock = new MutableClock();
    private MongoClient client;
    private MongoTemplate mongo;
    private Aggregates<Counter> counters;

    abstract String uri();

    @BeforeEach
    void open() {
        client = MongoClients.create(uri());
        mongo = new MongoTemplate(client, "aggregates_" + DATABASES.incrementAndGet());
        counters = new Stores(mongo, new StateCodec(), new Outboxes(), clock, "test")
                .aggregates("counters", Counter.class);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void losesNoUpdateAmongConcurrentWritersAndNumbersTheirEventsWithoutGaps() throws Exception {
        inParallel(4, () -> {
            for (int i = 0; i < 25; i++) {
                increment("c");
            }
        });

        assertThat(found("c").state().value()).isEqualTo(100);
        assertThat(found("c").version()).isEqualTo(100);
        assertThat(outbox("c")).extracting(entry -> entry.getLong("seq")).containsExactlyElementsOf(upTo(100));
        assertThat(new HashSet<>(ids("c"))).hasSize(100);
    }

    @Test
    void createsOneAggregateHoweverManyWritersBegin() throws Exception {
        inParallel(8, () -> increment("race"));

        assertThat(found("race").state().value()).isEqualTo(8);
    }

    @Test
    void givesAnEventTheSameIdWheneverItIsRaisedAsTheSameNumberOfTheSameAggregateAndTopic() {
        increment("a");
        var first = ids("a");
        mongo.remove(new Query(), "counters");

        increment("a");

        assertThat(ids("a")).isEqualTo(first);
        assertThat(first).containsExactly(Hash.id("/test/counters/a", "tandem.companies", "1"));
    }

    @Test
    void numbersEventsPerTopic() {
        counters.change(ACME, "c", Cause.GIVEN, _ -> Change.to(Counter.ZERO, event(), other(), event(), other()));

        assertThat(outbox("c"))
                .extracting(entry -> entry.getString("topic") + " " + entry.getLong("seq"))
                .containsExactly("tandem.companies 1", "tandem.deals 1", "tandem.companies 2", "tandem.deals 2");
    }

    @Test
    void dropsAnEventThatWasAppliedAndOneThatIsOlder() {
        var third = new Cause.Event("source", 3);
        counters.change(ACME, "c", third, _ -> Change.to(Counter.ZERO));

        assertThat(change("c", third)).isInstanceOf(Outcome.Repeated.class);
        assertThat(change("c", new Cause.Event("source", 2))).isInstanceOf(Outcome.Repeated.class);
        assertThat(change("c", new Cause.Event("other.source", 1))).isInstanceOf(Outcome.Changed.class);
        assertThat(change("c", new Cause.Event("source", 4))).isInstanceOf(Outcome.Changed.class);
        assertThat(found("c").state().value()).isEqualTo(2);
    }

    @Test
    void answersAReplayedCommandWithItsStatusAndRefusesItsKeyForAnotherBody() {
        var command = new Cause.Command("key", "body", 201);
        change("c", command);

        assertThat(change("c", command))
                .isInstanceOfSatisfying(
                        Outcome.Repeated.class,
                        repeated -> assertThat(repeated.status()).isEqualTo(201));
        assertThatThrownBy(() -> change("c", new Cause.Command("key", "other", 201)))
                .isInstanceOf(StoreRefusal.KeyReused.class);
        assertThat(found("c").version()).isEqualTo(1);
    }

    @Test
    void remembersTheLast64CommandsForADay() {
        IntStream.rangeClosed(1, 65).forEach(i -> change("c", new Cause.Command("key" + i, "body", 200)));

        assertThat(change("c", new Cause.Command("key2", "body", 200))).isInstanceOf(Outcome.Repeated.class);
        assertThat(change("c", new Cause.Command("key1", "body", 200))).isInstanceOf(Outcome.Changed.class);
        clock.advance(Duration.ofHours(25));
        assertThat(change("c", new Cause.Command("key65", "body", 200))).isInstanceOf(Outcome.Changed.class);
    }

    @Test
    void refusesAValueThatAUniqueIndexHoldsForAnotherOfTheSameTenantOnly() {
        counters.unique("state.name");
        counters.change(ACME, "one", Cause.GIVEN, _ -> Change.to(Counter.ZERO.named("taken")));
        counters.change(ACME, "two", Cause.GIVEN, _ -> Change.to(Counter.ZERO.named("free")));

        assertThatThrownBy(
                        () -> counters.change(ACME, "three", Cause.GIVEN, _ -> Change.to(Counter.ZERO.named("taken"))))
                .isInstanceOf(StoreRefusal.Taken.class);
        assertThatThrownBy(() -> counters.change(
                        ACME,
                        "two",
                        Cause.GIVEN,
                        now -> Change.to(now.orElseThrow().state().named("taken"))))
                .isInstanceOf(StoreRefusal.Taken.class);
        counters.change(GLOBEX, "four", Cause.GIVEN, _ -> Change.to(Counter.ZERO.named("taken")));
        assertThat(found("two").state().name()).isEqualTo("free");
    }

    @Test
    void showsAnotherTenantNothingAndLetsItOverwriteNothing() {
        increment("secret");

        assertThat(counters.find(GLOBEX, "secret")).isEmpty();
        assertThat(counters.find(GLOBEX, new Criteria(), 10)).isEmpty();
        assertThat(counters.find(
                        GLOBEX,
                        new Criteria().orOperator(Criteria.where("state.value").gte(0)),
                        10))
                .isEmpty();
        assertThat(counters.count(GLOBEX, new Criteria())).isZero();
        try (var all = counters.stream(GLOBEX, new Criteria())) {
            assertThat(all).isEmpty();
        }
        assertThatThrownBy(() -> counters.change(GLOBEX, "secret", Cause.GIVEN, _ -> Change.to(Counter.ZERO)))
                .isInstanceOf(StoreRefusal.Taken.class);
        assertThat(found("secret").state().value()).isEqualTo(1);
    }

    @Test
    void findsWhatACriterionBoundsFromBelowInTheOrderOfIds() {
        List.of("a", "b", "c", "d").forEach(this::increment);

        assertThat(counters.find(ACME, Criteria.where("_id").gt("a"), 2))
                .extracting(Versioned::id)
                .containsExactly("b", "c");
    }

    @Test
    void refusesMoreThan40EventsOr256KilobytesInOneChange() {
        var many = Collections.nCopies(41, event());
        var large = new Outgoing(Topics.COMPANIES.name(), "k", new Counter("x".repeat(256 * 1024), 1));

        assertThatThrownBy(() -> counters.change(ACME, "c", Cause.GIVEN, _ -> Change.to(Counter.ZERO, many)))
                .hasMessageContaining("at most 40");
        assertThatThrownBy(() -> counters.change(ACME, "c", Cause.GIVEN, _ -> Change.to(Counter.ZERO, large)))
                .hasMessageContaining("at most 40");
        assertThat(counters.find(ACME, "c")).isEmpty();
        counters.change(ACME, "c", Cause.GIVEN, _ -> Change.to(Counter.ZERO, many.subList(0, 40)));
    }

    @Test
    void isBusyOnceAThousandEventsAreUnsent() {
        var many = Collections.nCopies(32, event());
        for (int sent = 0; sent + 32 <= 1_000; sent += 32) {
            counters.change(ACME, "c", Cause.GIVEN, _ -> Change.to(Counter.ZERO, many));
        }

        assertThatThrownBy(() -> counters.change(ACME, "c", Cause.GIVEN, _ -> Change.to(Counter.ZERO, many)))
                .isInstanceOf(StoreRefusal.Busy.class);
    }

    @Test
    void writesNothingWhenTheDecisionIsToChangeNothing() {
        increment("c");

        var outcome = counters.change(ACME, "c", Cause.GIVEN, _ -> Change.none());

        assertThat(outcome).isInstanceOf(Outcome.Unchanged.class);
        assertThat(found("c").version()).isEqualTo(1);
    }

    /// What the relay does while a change is decided must survive the change, and the other way round.
    @Test
    void leavesTheOutboxToTheRelayWhileAChangeIsUnderWay() {
        increment("c");
        increment("c");
        var first = ids("c").getFirst();

        counters.change(ACME, "c", Cause.GIVEN, now -> {
            var sent =
                    new org.springframework.data.mongodb.core.query.Update().pull("outbox", new Document("id", first));
            mongo.updateFirst(Query.query(Criteria.where("_id").is("c")), sent, "counters");
            return Change.to(now.orElseThrow().state().next(), event());
        });

        assertThat(outbox("c")).extracting(entry -> entry.getLong("seq")).containsExactly(2L, 3L);
        assertThat(found("c").version()).isEqualTo(3);
    }

    @Test
    void writesManyAsIfEachHadComeAlone() {
        increment("a");

        var outcomes = counters.changeAll(ACME, Map.of("a", this::next, "b", this::next, "c", _ -> Change.none()));

        assertThat(outcomes.get("a")).isInstanceOf(Outcome.Changed.class);
        assertThat(outcomes.get("b")).isInstanceOf(Outcome.Changed.class);
        assertThat(outcomes.get("c")).isEqualTo(new Outcome.Unchanged<Counter>(null));
        assertThat(found("a")).isEqualTo(new Versioned<>("a", 2, new Counter("zero", 2)));
        assertThat(found("b")).isEqualTo(new Versioned<>("b", 1, new Counter("zero", 1)));
        assertThat(outbox("a")).extracting(entry -> entry.getLong("seq")).containsExactly(1L, 2L);
        assertThat(outbox("b")).extracting(entry -> entry.getLong("seq")).containsExactly(1L);
    }

    @Test
    void losesNoUpdateOfAnotherWriterBetweenReadingManyAndWritingThem() {
        List.of("a", "b").forEach(this::increment);
        var other = new AtomicInteger();

        counters.changeAll(ACME, Map.of("a", this::named, "c", this::named, "b", now -> {
            if (other.getAndIncrement() == 0) {
                increment("b");
                increment("c");
            }
            return named(now);
        }));

        assertThat(found("a").state()).isEqualTo(new Counter("done", 1));
        assertThat(found("b").state()).isEqualTo(new Counter("done", 2));
        assertThat(found("c").state()).isEqualTo(new Counter("done", 1));
    }

    @Test
    void writesNothingOfAnotherTenantAmongMany() {
        increment("secret");

        assertThatThrownBy(() -> counters.changeAll(GLOBEX, Map.of("secret", this::next)))
                .isInstanceOf(StoreRefusal.Taken.class);
        assertThat(found("secret").state().value()).isEqualTo(1);
    }

    private Change<Counter> next(Optional<Versioned<Counter>> now) {
        return Change.to(now.map(Versioned::state).orElse(Counter.ZERO).next(), event());
    }

    /// Recognises its own repetition.
    private Change<Counter> named(Optional<Versioned<Counter>> now) {
        var was = now.map(Versioned::state).orElse(Counter.ZERO);
        return was.name().equals("done") ? Change.none() : Change.to(was.named("done"), event());
    }

    private void increment(String id) {
        counters.change(
                ACME,
                id,
                Cause.GIVEN,
                now -> Change.to(now.map(Versioned::state).orElse(Counter.ZERO).next(), event()));
    }

    private Outcome<Counter> change(String id, Cause cause) {
        return counters.change(
                ACME,
                id,
                cause,
                now -> Change.to(now.map(Versioned::state).orElse(Counter.ZERO).next()));
    }

    private static Outgoing event() {
        return new Outgoing("tandem.companies", "key", Counter.ZERO);
    }

    private static Outgoing other() {
        return new Outgoing("tandem.deals", "key", Counter.ZERO);
    }

    private Versioned<Counter> found(String id) {
        return counters.find(ACME, id).orElseThrow();
    }

    private List<Document> outbox(String id) {
        var document = mongo.findById(id, Document.class, "counters");
        return document == null ? List.of() : document.getList("outbox", Document.class);
    }

    private List<String> ids(String id) {
        return outbox(id).stream().map(entry -> entry.getString("id")).toList();
    }

    private static List<Long> upTo(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(Long::valueOf).toList();
    }

    private static void inParallel(int threads, Runnable work) throws InterruptedException, ExecutionException {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(work));
            }
            for (var one : running) {
                one.get();
            }
        }
    }
}
