package dev.tandem.kit.delivery;

import org.junit.jupiter.api.Tag;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/// The same promises on a Kafka and a MongoDB of their own, where a container engine runs; skipped elsewhere.
@Tag("docker")
@Testcontainers(disabledWithoutDocker = true)
class DeliveryContainersTest extends DeliveryContract {
    @Container
    private static final KafkaContainer BROKER = new KafkaContainer("apache/kafka:4.1.0");

    @Container
    private static final MongoDBContainer STORE = new MongoDBContainer("mongo:8.0");

    @Override
    Platform platform() {
        return new Platform(BROKER.getBootstrapServers(), STORE.getConnectionString());
    }
}
