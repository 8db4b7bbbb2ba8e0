package dev.tandem.kit.delivery;

import dev.tandem.store.EmbeddedStore;

class DeliveryTest extends DeliveryContract {
    private static final TestBroker BROKER = new TestBroker();
    private static final EmbeddedStore STORE = EmbeddedStore.inMemory();

    @Override
    Platform platform() {
        return new Platform(BROKER.start().address(), STORE.uri());
    }

    @Override
    void end() {
        BROKER.close();
        STORE.close();
    }
}
