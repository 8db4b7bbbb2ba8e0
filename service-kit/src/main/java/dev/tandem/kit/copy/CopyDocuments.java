package dev.tandem.kit.copy;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.tandem.kit.copy.LocalCopy.Latest;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.store.Hash;
import dev.tandem.kit.store.IndexedCollection;
import dev.tandem.kit.store.StateCodec;
import dev.tandem.kit.store.Tenant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/// The documents of a copy: `{_id: key, seq, event, tenants, state}`.
final class CopyDocuments<T> {
    private final MongoOperations mongo;
    private final StateCodec codec;
    private final CopySpec<T> spec;
    private final List<String> indexed;
    private final Map<String, IndexedCollection> collections = new ConcurrentHashMap<>();

    CopyDocuments(MongoOperations mongo, StateCodec codec, CopySpec<T> spec, List<String> indexed) {
        this.mongo = mongo;
        this.codec = codec;
        this.spec = spec;
        this.indexed = indexed;
    }

    /// A generation's collection; its indexes are made when this instance first uses it.
    private MongoOperations in(String collection) {
        return collections.computeIfAbsent(collection, this::opened).mongo();
    }

    private IndexedCollection opened(String name) {
        var opened = new IndexedCollection(mongo, name).with(byTenantAnd("_id"));
        indexed.forEach(field -> opened.with(byTenantAnd(field)));
        return opened;
    }

    private static Index byTenantAnd(String field) {
        return new Index("tenants", Sort.Direction.ASC).on(field, Sort.Direction.ASC);
    }

    /// Writes the state unless one of the same or a higher `seq` is there.
    boolean keep(String collection, Incoming<T> event, Collection<Tenant> tenants) {
        var older = query(where("_id").is(event.key()).and("seq").lt(event.seq()));
        var state = new Update()
                .set("seq", event.seq())
                .set("event", event.id())
                .set("tenants", tenants.stream().map(Tenant::value).toList())
                .set("state", codec.toBson(event.payload()));
        return in(collection).updateFirst(older, state, collection).getMatchedCount() == 1
                || first(collection, event, tenants);
    }

    private boolean first(String collection, Incoming<T> event, Collection<Tenant> tenants) {
        try {
            in(collection)
                    .insert(
                            new Document("_id", event.key())
                                    .append("seq", event.seq())
                                    .append("event", event.id())
                                    .append(
                                            "tenants",
                                            tenants.stream().map(Tenant::value).toList())
                                    .append("state", codec.toBson(event.payload())),
                            collection);
            return true;
        } catch (DuplicateKeyException asNewOrNewer) {
            return false;
        }
    }

    List<Latest<T>> find(String collection, Criteria criteria, int limit) {
        var query = query(criteria).with(Sort.by("_id")).limit(limit);
        return in(collection).find(query, Document.class, collection).stream()
                .map(this::latest)
                .toList();
    }

    private Latest<T> latest(Document document) {
        return new Latest<>(
                document.getString("event"), codec.fromBson(document.get("state", Document.class), spec.type()));
    }

    /// @param hash over every key and state, in the order of keys
    record Digest(long entries, String hash) {}

    Digest digest(String collection) {
        var entries = new AtomicLong();
        var hash = new AtomicReference<>("");
        try (var all = in(collection).stream(new Query().with(Sort.by("_id")), Document.class, collection)) {
            all.forEach(document -> {
                entries.incrementAndGet();
                hash.set(Hash.hex(
                        hash.get(),
                        document.getString("_id"),
                        document.get("state", Document.class).toJson()));
            });
        }
        return new Digest(entries.get(), hash.get());
    }
}
