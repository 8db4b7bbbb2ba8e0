package dev.tandem.credit.ledger;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.mongodb.client.MongoClients;
import dev.tandem.credit.Given;
import dev.tandem.kit.store.Outboxes;
import dev.tandem.kit.store.StateCodec;
import dev.tandem.kit.store.Stores;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.NullMarked;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;

/// A journal in a store, as the service has it.
@NullMarked
public final class StoredLedger {
    /// Many, since the store commits what waits together.
    private static final int WRITERS = 256;

    private StoredLedger() {}

    public static Ledger open(String uri) {
        return new Ledger(journal(uri), Clock.systemUTC());
    }

    private static Journal journal(String uri) {
        // Outside of Spring all is logged, which takes longer than what is measured.
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.WARN);
        }
        var mongo = new MongoTemplate(MongoClients.create(uri + "/?maxPoolSize=" + WRITERS), "credit");
        return new Journal(new Stores(mongo, new StateCodec(), new Outboxes(), Clock.systemUTC(), "credit"));
    }

    /// Entries of four credit lines each.
    public static void fill(String uri, int deals) throws InterruptedException {
        var journal = journal(uri);
        var free = new Semaphore(WRITERS);
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            PostedDeals.each(deals, entry -> {
                free.acquireUninterruptibly();
                writers.execute(() -> {
                    journal.append(Given.PARTNERSHIP, entry, List.of());
                    free.release();
                });
            });
            free.acquire(WRITERS);
        }
    }
}
