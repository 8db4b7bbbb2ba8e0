package dev.tandem.kit.delivery;

import dev.tandem.store.EmbeddedStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class DeliveryTest extends DeliveryContract {
    private static final TestBroker BROKER = new TestBroker();
    private static EmbeddedStore store;

    @BeforeAll
    static void start() {
        store = EmbeddedStore.inMemory();
        start(new Platform(BROKER.start().address(), store.uri()));
    }

    @AfterAll
    static void stop() {
        BROKER.close();
        store.close();
    }
}
