package dev.tandem.kit.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.company.CompanyChanged;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.store.StateCodec;
import dev.tandem.kit.store.Tenant;
import dev.tandem.store.EmbeddedStore;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;

class LocalCopyTest {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static EmbeddedStore store;
    private static MongoClient client;

    private MongoTemplate mongo;
    private LocalCopy<CompanyChanged> copy;

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
        mongo = new MongoTemplate(client, "copy_" + DATABASES.incrementAndGet());
        copy = copy();
    }

    private LocalCopy<CompanyChanged> copy() {
        var spec = new CopySpec<CompanyChanged>(
                "companies", Topics.COMPANIES, CompanyChanged.class, company -> List.of(Tenant.of(company.company())));
        var documents = new CopyDocuments<>(mongo, new StateCodec(), spec, List.of("state.name"));
        return new LocalCopy<>(spec, documents, new Generations(mongo, "companies"));
    }

    @Test
    void holdsTheNewestStateOfEachKeyInWhateverOrderAndHoweverOftenItsEventsArrive() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var events = new ArrayList<Incoming<CompanyChanged>>();
        for (var key : List.of("acme", "globex", "umbra")) {
            IntStream.rangeClosed(1, 10).forEach(seq -> events.addAll(Collections.nCopies(2, event(key, seq))));
        }
        for (int round = 0; round < 10; round++) {
            Collections.shuffle(events, random);
            mongo.getDb().drop();
            events.forEach(copy()::accept);

            for (var key : List.of("acme", "globex", "umbra")) {
                assertThat(copy().find(tenant(key), key))
                        .as("seed %d", seed)
                        .hasValue(event(key, 10).payload());
            }
        }
    }

    @Test
    void saysWhetherAnEventWasNews() {
        assertThat(copy.accept(event("acme", 2))).isTrue();
        assertThat(copy.accept(event("acme", 2))).isFalse();
        assertThat(copy.accept(event("acme", 1))).isFalse();
        assertThat(copy.accept(event("acme", 3).with("of another type"))).isFalse();
    }

    @Test
    void showsAnEntryOnlyToTheTenantsThatItsStateNames() {
        copy.accept(event("acme", 1));

        assertThat(copy.find(tenant("globex"), "acme")).isEmpty();
        assertThat(copy.find(tenant("globex"), new Criteria(), 10)).isEmpty();
        assertThat(copy.find(tenant("acme"), Criteria.where("state.name").is("acme 1"), 10))
                .hasSize(1);
    }

    @Test
    void isRebuiltToTheSameDigestWhileLiveEventsGoOn() {
        var live = new AtomicInteger(3);
        IntStream.rangeClosed(1, 3).forEach(seq -> copy.accept(event("acme", seq)));

        var rebuilt = copy.rebuild(each -> {
            for (int seq = 1; seq <= 3; seq++) {
                each.accept(event("acme", seq));
                copy.accept(event("acme", live.incrementAndGet()));
                copy.accept(event("globex", live.get()));
            }
        });

        assertThat(rebuilt.hashAfter()).isEqualTo(rebuilt.hashBefore());
        assertThat(rebuilt.entries()).isEqualTo(2);
        assertThat(copy.find(tenant("acme"), "acme")).hasValue(event("acme", 6).payload());
        assertThat(mongo.collectionExists("companies_1")).isFalse();
    }

    @Test
    void showsByItsDigestWhenTheCopyHadGoneWrong() {
        copy.accept(event("acme", 1));
        copy.accept(event("globex", 1));

        var rebuilt = copy.rebuild(each -> each.accept(event("acme", 1)));

        assertThat(rebuilt.hashAfter()).isNotEqualTo(rebuilt.hashBefore());
        assertThat(copy.find(tenant("globex"), "globex")).isEmpty();
    }

    @Test
    void keepsServingTheOldGenerationWhenARebuildFailsAndCleansUp() {
        copy.accept(event("acme", 1));

        assertThatThrownBy(() -> copy.rebuild(each -> {
                    each.accept(event("globex", 1));
                    throw new IllegalStateException("the broker is away");
                }))
                .hasMessage("the broker is away");

        assertThat(copy.find(tenant("acme"), "acme")).isPresent();
        assertThat(copy.find(tenant("globex"), "globex")).isEmpty();
        assertThat(mongo.getCollectionNames()).containsOnly("companies_1", "copy_generations");
    }

    @Test
    void letsTheLaterOfTwoRebuildsWinAndTheEarlierChangeNothing() {
        copy.accept(event("acme", 1));
        var later = new AtomicReference<LocalCopy.@org.jspecify.annotations.Nullable Rebuilt>();

        assertThatThrownBy(() -> copy.rebuild(each -> {
                    each.accept(event("acme", 1));
                    later.set(copy().rebuild(again -> again.accept(event("acme", 1))));
                }))
                .hasMessageContaining("took over");

        assertThat(later.get()).isNotNull();
        assertThat(copy.find(tenant("acme"), "acme")).isPresent();
        assertThat(mongo.getCollectionNames()).containsOnly("companies_3", "copy_generations");
    }

    @Test
    void cleansUpAfterARebuildWhoseProcessWasKilled() {
        copy.accept(event("acme", 1));
        new Generations(mongo, "companies").begin();
        copy.accept(event("acme", 2));

        copy.rebuild(each -> each.accept(event("acme", 2)));

        assertThat(mongo.getCollectionNames()).containsOnly("companies_3", "copy_generations");
    }

    @Test
    void findsWhatIsThereThoughTheGenerationIsSwitchedWhileItIsRead() throws InterruptedException {
        copy.accept(event("acme", 1));
        var missed = new AtomicInteger();
        var rebuilding = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 20; i++) {
                copy().rebuild(each -> each.accept(event("acme", 1)));
            }
        });
        while (rebuilding.isAlive()) {
            if (copy.find(tenant("acme"), "acme").isEmpty()) {
                missed.incrementAndGet();
            }
        }
        rebuilding.join();

        assertThat(missed).hasValue(0);
    }

    private static Tenant tenant(String company) {
        return Tenant.of(new CompanyId(company));
    }

    private static Incoming<CompanyChanged> event(String company, long seq) {
        var id = new CompanyId(company);
        var state = new CompanyChanged(
                id, company + " " + seq, CompanyChanged.Status.ACTIVE, Currency.getInstance("USD"), 1, ZoneOffset.UTC);
        var place = new Incoming.Place("tandem.companies", 0, seq);
        return new Incoming<>(place, company, "id", "/roster", Instant.EPOCH, seq, Optional.empty(), state);
    }
}
