package dev.tandem.kit.delivery;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.jspecify.annotations.Nullable;

/// A store in this process, which keeps port and data when it is stopped and started again.
public final class TestStore implements AutoCloseable {
    private final int port = TestBroker.freePort();
    private final MemoryBackend data = new MemoryBackend() {
        @Override
        public void close() {
            // Kept for the next start.
        }
    };
    private @Nullable MongoServer server;

    public TestStore start() {
        var starting = new MongoServer(data);
        starting.bind("127.0.0.1", port);
        server = starting;
        return this;
    }

    public String uri() {
        return "mongodb://127.0.0.1:" + port + "/?serverSelectionTimeoutMS=1000&connectTimeoutMS=500";
    }

    public void stop() {
        if (server != null) {
            server.shutdownNow();
            server = null;
        }
    }

    @Override
    public void close() {
        stop();
    }
}
