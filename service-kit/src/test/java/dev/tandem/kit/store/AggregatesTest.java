package dev.tandem.kit.store;

import dev.tandem.store.EmbeddedStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class AggregatesTest extends AggregatesContract {
    private static EmbeddedStore store;

    @BeforeAll
    static void start() {
        store = EmbeddedStore.inMemory();
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Override
    String uri() {
        return store.uri();
    }
}
