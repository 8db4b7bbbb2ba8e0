package dev.tandem.kit.intake;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.tandem.contracts.Topics;
import dev.tandem.contracts.Violation;
import dev.tandem.kit.intake.Parked.Status;
import dev.tandem.kit.store.Tenant;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/// The parked events of a service, byte for byte as they came, one document each.
final class ParkedEvents {
    private static final String COLLECTION = "parked_events";
    private static final List<String> WAITING = List.of(Status.OPEN.name(), Status.HELD.name());

    private final MongoOperations mongo;
    private final Clock clock;

    ParkedEvents(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
        mongo.indexOps(COLLECTION)
                .createIndex(new Index("tenant", Sort.Direction.ASC)
                        .on("topic", Sort.Direction.ASC)
                        .on("key", Sort.Direction.ASC));
        mongo.indexOps(COLLECTION)
                .createIndex(new Index("tenant", Sort.Direction.ASC)
                        .on("status", Sort.Direction.ASC)
                        .on("_id", Sort.Direction.ASC));
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
                .setOnInsert("headers", headers(event))
                .setOnInsert("body", new Binary(event.value() == null ? new byte[0] : event.value()))
                .setOnInsert("parkedAt", Date.from(clock.instant()))
                .setOnInsert("status", status.name())
                .setOnInsert(
                        "findings", findings.stream().map(ParkedEvents::finding).toList());
        mongo.upsert(query(where("_id").is(idOf(event))), update, COLLECTION);
    }

    Optional<Parked> find(Tenant tenant, String id) {
        return document(tenant, id).map(ParkedEvents::read);
    }

    /// What waits, by id, after the id given.
    List<Parked> waiting(Tenant tenant, String afterId, int limit) {
        var query = query(where("tenant")
                .is(tenant.value())
                .and("status")
                .in(WAITING)
                .and("_id")
                .gt(afterId));
        return mongo.find(query.with(Sort.by("_id")).limit(limit), Document.class, COLLECTION).stream()
                .map(ParkedEvents::read)
                .toList();
    }

    long countWaiting(Tenant tenant) {
        return mongo.count(
                query(where("tenant").is(tenant.value()).and("status").in(WAITING)), COLLECTION);
    }

    /// Whether an earlier event of the same object waits. A later one does not count: then this is a redelivery.
    boolean holdsBack(Tenant tenant, String topic, String key, long offset) {
        return mongo.exists(
                waitingOf(tenant, topic, key).addCriteria(where("offset").lt(offset)), COLLECTION);
    }

    void supersede(Tenant tenant, String topic, String key, long beforeOffset) {
        var older = waitingOf(tenant, topic, key).addCriteria(where("offset").lt(beforeOffset));
        mongo.updateMulti(older, new Update().set("status", Status.SUPERSEDED.name()), COLLECTION);
    }

    /// What waits behind a parked event of the same object, in the order of arrival.
    List<Parked> behind(Tenant tenant, Parked parked) {
        var query = waitingOf(tenant, parked.topic(), parked.key()).with(Sort.by("partition", "offset"));
        return mongo.find(query, Document.class, COLLECTION).stream()
                .map(ParkedEvents::read)
                .filter(other -> !other.id().equals(parked.id()))
                .toList();
    }

    void decided(Tenant tenant, String id, Status status) {
        mongo.updateFirst(byId(tenant, id), new Update().set("status", status.name()), COLLECTION);
    }

    void stillParked(Tenant tenant, String id, List<Violation> findings) {
        var update = new Update()
                .set("status", Status.OPEN.name())
                .set("findings", findings.stream().map(ParkedEvents::finding).toList());
        mongo.updateFirst(byId(tenant, id), update, COLLECTION);
    }

    /// The event as it came.
    Optional<ConsumerRecord<byte[], byte[]>> event(Tenant tenant, String id) {
        return document(tenant, id).map(ParkedEvents::event);
    }

    private Optional<Document> document(Tenant tenant, String id) {
        return Optional.ofNullable(mongo.findOne(byId(tenant, id), Document.class, COLLECTION));
    }

    private static Query byId(Tenant tenant, String id) {
        return query(where("_id").is(id).and("tenant").is(tenant.value()));
    }

    private static Query waitingOf(Tenant tenant, String topic, String key) {
        return query(where("tenant")
                .is(tenant.value())
                .and("topic")
                .is(topic)
                .and("key")
                .is(key)
                .and("status")
                .in(WAITING));
    }

    private static Document headers(ConsumerRecord<byte[], byte[]> event) {
        var headers = new Document();
        event.headers()
                .forEach(header -> headers.put(
                        header.key().replace('.', '_'),
                        new Binary(header.value() == null ? new byte[0] : header.value())));
        return headers;
    }

    private static ConsumerRecord<byte[], byte[]> event(Document parked) {
        var key = parked.getString("key").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var body = parked.get("body", Binary.class).getData();
        var event = new ConsumerRecord<>(
                parked.getString("topic"), parked.getInteger("partition"), parked.getLong("offset"), key, body);
        parked.get("headers", new Document())
                .forEach((name, value) -> event.headers().add(name, ((Binary) value).getData()));
        return event;
    }

    private static Document finding(Violation violation) {
        return new Document(
                Map.of("field", violation.field(), "rule", violation.rule(), "message", violation.message()));
    }

    private static Parked read(Document document) {
        var findings = new ArrayList<Violation>();
        for (var finding : document.getList("findings", Document.class, List.of())) {
            findings.add(
                    new Violation(finding.getString("field"), finding.getString("rule"), finding.getString("message")));
        }
        return new Parked(
                document.getString("_id"),
                new Tenant(document.getString("tenant")),
                document.getString("topic"),
                document.getString("key"),
                document.getDate("parkedAt").toInstant(),
                Status.valueOf(document.getString("status")),
                findings);
    }
}
