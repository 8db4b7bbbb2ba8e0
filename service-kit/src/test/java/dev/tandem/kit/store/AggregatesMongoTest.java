package dev.tandem.kit.store;

import org.junit.jupiter.api.Tag;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.mongodb.MongoDBContainer;

/// The same promises, kept by a real MongoDB, where a container engine runs.
@Tag("docker")
@Testcontainers(disabledWithoutDocker = true)
class AggregatesMongoTest extends AggregatesContract {
    @Container
    private static final MongoDBContainer STORE = new MongoDBContainer("mongo:8.0");

    @Override
    String uri() {
        return STORE.getConnectionString();
    }
}
