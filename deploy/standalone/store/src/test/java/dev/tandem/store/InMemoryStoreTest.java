package dev.tandem.store;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

class InMemoryStoreTest {

    private static EmbeddedStore store;

    @BeforeAll
    static void start() {
        store = EmbeddedStore.inMemory();
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Nested
    class Documents extends DocumentContract {
        @Override
        String uri() {
            return store.uri();
        }
    }

    @Nested
    class Changes extends UpdateContract {
        @Override
        String uri() {
            return store.uri();
        }
    }

    @Nested
    class Indexes extends IndexContract {
        @Override
        String uri() {
            return store.uri();
        }
    }

    @Nested
    class Concurrency extends ConcurrencyContract {
        @Override
        String uri() {
            return store.uri();
        }
    }

    @Nested
    class RandomQueries extends RandomQueriesContract {
        @Override
        String uri() {
            return store.uri();
        }
    }
}
