package dev.tandem.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class OnDiskStoreTest {

    private static EmbeddedStore store;

    @BeforeAll
    static void start(@TempDir Path directory) {
        store = EmbeddedStore.onDisk(directory);
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
