package dev.tandem.credit.ledger;

import static dev.tandem.credit.Given.GIA;
import static dev.tandem.credit.Given.GUS;
import static dev.tandem.credit.Given.PARTNERSHIP;
import static dev.tandem.credit.Given.agreed;
import static dev.tandem.credit.Given.counterparts;
import static dev.tandem.credit.Given.deal;
import static dev.tandem.credit.Given.fixed;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.deal.DealChanged.Status;
import dev.tandem.contracts.roster.RosterChange.CounterpartsChanged;
import dev.tandem.credit.crediting.Facts;
import dev.tandem.kit.store.Outboxes;
import dev.tandem.kit.store.StateCodec;
import dev.tandem.kit.store.Stores;
import dev.tandem.store.EmbeddedStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.mongodb.core.MongoTemplate;

class LedgerTest {
    private static final int DEALS = 5;
    private static final int POSTERS = 6;
    private static final int REVISIONS = 8;

    private EmbeddedStore store;
    private MongoClient client;
    private MongoTemplate mongo;

    @BeforeEach
    void open() {
        store = EmbeddedStore.inMemory();
        client = MongoClients.create(store.uri());
        mongo = new MongoTemplate(client, "credit");
    }

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    /// As another instance of the service has it.
    private Ledger ledger() {
        return ledger(mongo);
    }

    private static Ledger ledger(MongoTemplate mongo) {
        var stores = new Stores(mongo, new StateCodec(), new Outboxes(), Clock.systemUTC(), "credit");
        return new Ledger(new Journal(stores), Clock.systemUTC());
    }

    @Test
    void severalInstancesPostingAtOnceNeitherLoseNorDouble() throws Exception {
        var inputs = new ConcurrentHashMap<String, DealChanged>();
        var posters = new ArrayList<Callable<Void>>();
        for (int poster = 0; poster < POSTERS; poster++) {
            var own = ledger();
            posters.add(() -> {
                for (int revision = 1; revision <= REVISIONS; revision++) {
                    for (int deal = 0; deal < DEALS; deal++) {
                        post(own, inputs, "d" + deal, revision);
                    }
                }
                return null;
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(posters)) {
                done.get();
            }
        }
        var ledger = ledger();
        assertThat(ledger.verify(PARTNERSHIP).findings()).isEmpty();
        for (int deal = 0; deal < DEALS; deal++) {
            assertThat(posted(ledger, "d" + deal)).isEqualTo(amount(REVISIONS));
        }
        assertThat(ledger.head(PARTNERSHIP)).isBetween((long) DEALS, (long) DEALS * REVISIONS * POSTERS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void anotherInstancePostingTheSameDealInBetweenIsNoticed(int moment) {
        postInterrupted(moment, "d1", 2);
        assertThat(posted(ledger(), "d1")).isEqualTo(amount(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void anotherInstancePostingAnotherDealInBetweenTakesNothingAway(int moment) {
        postInterrupted(moment, "d2", 1);
        assertThat(posted(ledger(), "d1")).isEqualTo(amount(1));
        assertThat(posted(ledger(), "d2")).isEqualTo(amount(1));
    }

    /// Posts d1; before the n-th look at the store, another input arrives and is posted by another
    /// instance.
    private void postInterrupted(int moment, String id, int revision) {
        var inputs = new ConcurrentHashMap<String, DealChanged>();
        post(ledger(), inputs, "d0", 1);
        var interrupted = new InterruptedTemplate(client, moment, () -> post(ledger(), inputs, id, revision));
        post(ledger(interrupted), inputs, "d1", 1);
        assertThat(ledger().verify(PARTNERSHIP).findings()).isEmpty();
    }

    /// Keeps the newest revision first, as the handler does, and posts by whatever is newest then.
    private static void post(Ledger ledger, Map<String, DealChanged> inputs, String id, int revision) {
        var state = deal(id, revision, amount(revision), Status.WON);
        inputs.merge(id, state, (was, next) -> next.revision() > was.revision() ? next : was);
        ledger.post(
                PARTNERSHIP,
                state.deal(),
                "e-" + id + "-" + revision,
                () -> assessed(Objects.requireNonNull(inputs.get(id))));
    }

    private static Money amount(int revision) {
        return Money.ofMinor(1_000L * revision + 1, "USD");
    }

    private static Assessed assessed(DealChanged deal) {
        return assessed(deal, counterparts(GUS, GIA));
    }

    private static Assessed assessed(DealChanged deal, CounterpartsChanged mapping) {
        return Assessed.of(
                new Facts(deal, Optional.of(agreed(fixed("60%", "40%"))), Optional.of(mapping), List.of("e1")));
    }

    private static Money posted(Ledger ledger, String id) {
        return ledger.ofDeal(PARTNERSHIP, deal(id, 1, amount(1), Status.WON).deal()).stream()
                .flatMap(Entry::credits)
                .map(Line.Credit::amount)
                .reduce(Money.ofMinor(0, "USD"), Money::plus);
    }

    @Test
    void postsNothingWhenNothingIsMissing() {
        var ledger = ledger();
        var won = deal("d1", 1, amount(1), Status.WON);
        ledger.post(PARTNERSHIP, won.deal(), "e1", () -> assessed(won));
        ledger.post(PARTNERSHIP, won.deal(), "e1", () -> assessed(won));
        ledger().post(PARTNERSHIP, won.deal(), "e2", () -> assessed(won));
        assertThat(ledger.head(PARTNERSHIP)).isEqualTo(1);
    }

    @Test
    void findsTheHeadOfAChainOfAnyLength() {
        var ledger = ledger();
        for (int entries = 1; entries <= 40; entries++) {
            var won = deal("d" + entries, 1, amount(1), Status.WON);
            ledger.post(PARTNERSHIP, won.deal(), "e" + entries, () -> assessed(won));
            assertThat(ledger.head(PARTNERSHIP)).isEqualTo(entries);
            assertThat(ledger().head(PARTNERSHIP)).isEqualTo(entries);
        }
        assertThat(ledger.page(PARTNERSHIP, 38, 10)).extracting(Link::seq).containsExactly(39L, 40L);
    }

    @Test
    void readsBackEveryEntryAsItWasWritten() {
        var ledger = ledger();
        var huge = deal("d1", 1, Money.of("92233720368547758080000.01", "USD"), Status.WON);
        ledger.post(PARTNERSHIP, huge.deal(), "e1", () -> assessed(huge));
        ledger.post(PARTNERSHIP, huge.deal(), "e2", () -> assessed(huge, counterparts(GIA)));
        assertThat(ledger.verify(PARTNERSHIP).findings()).isEmpty();
        assertThat(posted(ledger, "d1")).isEqualTo(huge.net());
    }

    @Test
    void namesAnEntryThatWasChangedInTheStore() {
        var ledger = ledger();
        for (int i = 1; i <= 3; i++) {
            var won = deal("d" + i, 1, amount(i), Status.WON);
            ledger.post(PARTNERSHIP, won.deal(), "e" + i, () -> assessed(won));
        }
        mongo.getCollection("journal")
                .updateOne(
                        new Document("_id", "acme-globex/000000000002"),
                        new Document("$set", new Document("state.cause", "somebody else")));
        assertThat(ledger.verify(PARTNERSHIP).findings())
                .singleElement()
                .extracting(Verification.Finding::sentence)
                .isEqualTo("Entry 2 is not as it was written.");
    }
}
