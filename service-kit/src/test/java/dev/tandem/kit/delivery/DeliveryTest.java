package dev.tandem.kit.delivery;

import dev.tandem.store.EmbeddedStore;
import org.junit.jupiter.api.AfterAll;

class DeliveryTest extends DeliveryContract {
    private static final TestBroker BROKER = new TestBroker();
    private static final EmbeddedStore STORE = EmbeddedStore.inMemory();

    @Override
    Platform platform() {
        return new Platform(BROKER.start().address(), STORE.uri());
    }

    @AfterAll
    static void stop() {
        BROKER.close();
        STORE.close();
    }
}
