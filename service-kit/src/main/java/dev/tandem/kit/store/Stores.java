package dev.tandem.kit.store;

import java.time.Clock;
import org.springframework.data.mongodb.core.MongoOperations;

/// Opens the collections of a service.
public final class Stores {
    private final MongoOperations mongo;
    private final StateCodec codec;
    private final Outboxes outboxes;
    private final Clock clock;
    private final String service;

    /// @param service names the service in the source of its events
    public Stores(MongoOperations mongo, StateCodec codec, Outboxes outboxes, Clock clock, String service) {
        this.mongo = mongo;
        this.codec = codec;
        this.outboxes = outboxes;
        this.clock = clock;
        this.service = service;
    }

    /// The aggregates with states of this type, one document each in the collection.
    public <S> Aggregates<S> aggregates(String collection, Class<S> type) {
        var entries = new OutboxEntries(codec, clock, "/" + service + "/" + collection + "/");
        return new Aggregates<>(mongo, new AggregateDocuments<>(codec, entries, clock, type), outboxes, collection);
    }
}
