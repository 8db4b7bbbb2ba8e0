package dev.tandem.kit.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;

/// A collection whose indexes are made before it is first used, not when the service starts: so a service starts while
/// the store is away, and still never writes without its unique indexes.
public final class IndexedCollection {
    private final MongoOperations mongo;
    private final String name;
    private final List<Index> indexes = new CopyOnWriteArrayList<>();
    private volatile boolean ready;

    public IndexedCollection(MongoOperations mongo, String name) {
        this.mongo = mongo;
        this.name = name;
    }

    public IndexedCollection with(Index index) {
        indexes.add(index);
        ready = false;
        return this;
    }

    public String name() {
        return name;
    }

    /// The store, after the indexes of this collection are there.
    public MongoOperations mongo() {
        if (!ready) {
            makeIndexes();
        }
        return mongo;
    }

    private synchronized void makeIndexes() {
        if (!ready) {
            indexes.forEach(index -> mongo.indexOps(name).createIndex(index));
            ready = true;
        }
    }
}
