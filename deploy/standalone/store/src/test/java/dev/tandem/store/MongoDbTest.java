package dev.tandem.store;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.mongodb.MongoDBContainer;

/// The same contracts against MongoDB itself, wherever a container engine is running: shows where the two drift apart.
@Tag("docker")
@Testcontainers(disabledWithoutDocker = true)
class MongoDbTest {

    @Container
    private static final MongoDBContainer mongo = new MongoDBContainer("mongo:8.0");

    @Nested
    class Documents extends DocumentContract {
        @Override
        String uri() {
            return mongo.getConnectionString();
        }
    }

    @Nested
    class Changes extends UpdateContract {
        @Override
        String uri() {
            return mongo.getConnectionString();
        }
    }

    @Nested
    class Indexes extends IndexContract {
        @Override
        String uri() {
            return mongo.getConnectionString();
        }
    }

    @Nested
    class Concurrency extends ConcurrencyContract {
        @Override
        String uri() {
            return mongo.getConnectionString();
        }
    }

    @Nested
    class RandomQueries extends RandomQueriesContract {
        @Override
        String uri() {
            return mongo.getConnectionString();
        }
    }
}
