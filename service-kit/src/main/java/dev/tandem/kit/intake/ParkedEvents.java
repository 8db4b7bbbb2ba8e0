package dev.tandem.kit.intake;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.tandem.contracts.Topics;
import dev.tandem.contracts.Violation;
import dev.tandem.kit.intake.Parked.Discarded;
import dev.tandem.kit.intake.Parked.Status;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.DoneCommands;
import dev.tandem.kit.store.IndexedCollection;
import dev.tandem.kit.store.StoreRefusal;
import dev.tandem.kit.store.Tenant;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/// The parked events of a service, one document each; while one waits, byte for byte as it came, but for erased people.
final class ParkedEvents {
    static final String COLLECTION = "parked_events";
    static final List<String> WAITING = List.of(Status.OPEN.name(), Status.HELD.name());

    private final IndexedCollection store;
    private final Clock clock;
    private final DoneCommands commands;

    ParkedEvents(MongoOperations mongo, Clock clock) {
        this.store = new IndexedCollection(mongo, COLLECTION)
                .with(new Index("tenant", Sort.Direction.ASC)
                        .on("topic", Sort.Direction.ASC)
                        .on("key", Sort.Direction.ASC))
                .with(new Index("tenant", Sort.Direction.ASC)
                        .on("status", Sort.Direction.ASC)
                        .on("_id", Sort.Direction.ASC));
        this.clock = clock;
        this.commands = new DoneCommands(clock);
    }

    MongoOperations mongo() {
        return store.mongo();
    }

    static Tenant tenantOf(String topic) {
        return Topics.companyOf(topic).map(Tenant::of).orElse(Tenant.PLATFORM);
    }

    static String idOf(ConsumerRecord<byte[], byte[]> event) {
        return "%s-%d-%019d".formatted(event.topic(), event.partition(), event.offset());
    }

    /// Parks the event unless it is parked already: a redelivery leaves what was decided meanwhile as it is.
    void park(Tenant tenant, ConsumerRecord<byte[], byte[]> event, Status status, List<Violation> findings) {
        var update = new Update()
                .setOnInsert("tenant", tenant.value())
                .setOnInsert("topic", event.topic())
                .setOnInsert("partition", event.partition())
                .setOnInsert("offset", event.offset())
                .setOnInsert("key", Envelope.key(event))
                .setOnInsert("headers", ParkedDocuments.headers(event))
                .setOnInsert("body", ParkedDocuments.body(event))
                .setOnInsert("parkedAt", Date.from(clock.instant()))
                .setOnInsert("status", status.name())
                .setOnInsert("findings", ParkedDocuments.findings(findings));
        store.mongo().upsert(query(where("_id").is(idOf(event))), update, COLLECTION);
    }

    /// Whether no event of the topic was ever parked, or all have been erased.
    boolean hasNone(String topic) {
        return !store.mongo().exists(query(of(tenantOf(topic), topic)), COLLECTION);
    }

    Optional<Parked> find(Tenant tenant, String id) {
        return document(tenant, id).map(ParkedDocuments::read);
    }

    /// What waits, by id, after the id given.
    List<Parked> waiting(Tenant tenant, String afterId, int limit) {
        var query = query(waiting(tenant).and("_id").gt(afterId));
        return store.mongo().find(query.with(Sort.by("_id")).limit(limit), Document.class, COLLECTION).stream()
                .map(ParkedDocuments::read)
                .toList();
    }

    long countWaiting(Tenant tenant) {
        return store.mongo().count(query(waiting(tenant)), COLLECTION);
    }

    static Criteria waiting(Tenant tenant) {
        return where("tenant").is(tenant.value()).and("status").in(WAITING);
    }

    /// Whether an earlier event of the same object waits. A later one does not count: then this is a redelivery.
    boolean holdsBack(Tenant tenant, String topic, String key, long offset) {
        var earlier = waitingOf(tenant, topic, key).addCriteria(where("offset").lt(offset));
        return store.mongo().exists(earlier, COLLECTION);
    }

    void supersede(Tenant tenant, String topic, String key, long beforeOffset) {
        var older = waitingOf(tenant, topic, key).addCriteria(where("offset").lt(beforeOffset));
        store.mongo().updateMulti(older, decided(Status.SUPERSEDED), COLLECTION);
    }

    static Criteria of(Tenant tenant, String topic) {
        return where("tenant").is(tenant.value()).and("topic").is(topic);
    }

    /// The first of an object's events that waits, which decides what becomes of those behind it.
    Optional<Parked> firstWaiting(Tenant tenant, String topic, String key) {
        var query = waitingOf(tenant, topic, key).with(Sort.by("offset")).limit(1);
        return store.mongo().find(query, Document.class, COLLECTION).stream()
                .map(ParkedDocuments::read)
                .findFirst();
    }

    void redriven(Tenant tenant, String id) {
        decide(tenant, id, decided(Status.REDRIVEN));
    }

    /// A key may be the id of a person who is erased.
    void forgetKey(Tenant tenant, String id) {
        store.mongo().updateFirst(byId(tenant, id), new Update().set("key", ""), COLLECTION);
    }

    void discarded(Tenant tenant, String id, Discarded discarded) {
        var update = decided(Status.DISCARDED);
        decide(tenant, id, update.set("discarded", ParkedDocuments.discarded(discarded)));
    }

    /// What nobody will look at again is not kept: only that it came, and what became of it.
    private static Update decided(Status status) {
        return new Update().set("status", status.name()).unset("headers").unset("body");
    }

    /// What was decided already, by another or by a newer full state, stays as it is.
    private void decide(Tenant tenant, String id, Update update) {
        store.mongo().updateFirst(byId(tenant, id).addCriteria(where("status").in(WAITING)), update, COLLECTION);
    }

    void stillParked(Tenant tenant, String id, List<Violation> findings) {
        var update = new Update().set("status", Status.OPEN.name()).set("findings", ParkedDocuments.findings(findings));
        decide(tenant, id, update);
    }

    /// Whether the command was done to the event before.
    ///
    /// @throws StoreRefusal.KeyReused when another body came under the same key
    boolean isDone(Tenant tenant, String id, Cause.Command command) {
        return document(tenant, id)
                .map(document -> commands.statusOf(document, command))
                .filter(OptionalInt::isPresent)
                .isPresent();
    }

    /// Remembers the command, unless another did so at the same time.
    ///
    /// @throws StoreRefusal.KeyReused when that was with another body
    void done(Tenant tenant, String id, Cause.Command command) {
        while (!isDone(tenant, id, command)) {
            var document = document(tenant, id).orElseThrow();
            var asRead =
                    byId(tenant, id).addCriteria(where("commands").is(document.getList("commands", Document.class)));
            var update = new Update().set("commands", commands.with(document, command));
            store.mongo().updateFirst(asRead, update, COLLECTION);
        }
    }

    /// The event as far as it is kept, while it waits.
    Optional<ConsumerRecord<byte[], byte[]>> event(Tenant tenant, String id) {
        return document(tenant, id)
                .filter(document -> WAITING.contains(document.getString("status")))
                .map(ParkedDocuments::event);
    }

    private Optional<Document> document(Tenant tenant, String id) {
        return Optional.ofNullable(store.mongo().findOne(byId(tenant, id), Document.class, COLLECTION));
    }

    static Query byId(Tenant tenant, String id) {
        return query(where("_id").is(id).and("tenant").is(tenant.value()));
    }

    private static Query waitingOf(Tenant tenant, String topic, String key) {
        return query(of(tenant, topic).and("key").is(key).and("status").in(WAITING));
    }
}
