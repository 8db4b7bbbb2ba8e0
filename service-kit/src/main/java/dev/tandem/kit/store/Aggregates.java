package dev.tandem.kit.store;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/// The aggregates of one collection: one document each, holding the state, a version, what was applied, and the events
/// not sent yet. A change is one atomic write of all of these; nothing else about it is ever written.
///
/// State is under `state`, as the JSON it would travel as: `where("state.name")` queries it.
public final class Aggregates<S> {
    private static final int WRITERS_MAX = 50;

    private final IndexedCollection store;
    private final AggregateDocuments<S> documents;
    private final Outboxes outboxes;
    private final String collection;

    Aggregates(MongoOperations mongo, AggregateDocuments<S> documents, Outboxes outboxes, String collection) {
        this.store = new IndexedCollection(mongo, collection)
                .with(new Index("unsent", Sort.Direction.ASC).on("_id", Sort.Direction.ASC))
                .with(new Index("tenant", Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
        this.documents = documents;
        this.outboxes = outboxes;
        this.collection = collection;
        outboxes.register(collection);
    }

    /// A further index, on the tenant and then on these fields.
    public Aggregates<S> indexed(String... fields) {
        return index(UnaryOperator.identity(), fields);
    }

    /// An index that lets each combination of tenant and these fields (each element, for a list) occur once.
    public Aggregates<S> unique(String... fields) {
        return index(Index::unique, fields);
    }

    private Aggregates<S> index(UnaryOperator<Index> kind, String... fields) {
        var index = new Index("tenant", Sort.Direction.ASC);
        Stream.of(fields).forEach(field -> index.on(field, Sort.Direction.ASC));
        store.with(kind.apply(index));
        return this;
    }

    public Optional<Versioned<S>> find(Tenant tenant, String id) {
        return document(tenant, id).map(documents::read);
    }

    /// Those of one tenant that meet the criteria, by id, `limit` at most; `criteria` may bound the id from below.
    public List<Versioned<S>> find(Tenant tenant, Criteria criteria, int limit) {
        return find(tenant, criteria, "_id", limit);
    }

    /// As the above, but in the order of a field, which no two share.
    public List<Versioned<S>> find(Tenant tenant, Criteria criteria, String order, int limit) {
        var query = new Query(criteria.and("tenant").is(tenant.value()))
                .with(Sort.by(order))
                .limit(limit);
        return store.mongo().find(query, Document.class, collection).stream()
                .map(documents::read)
                .toList();
    }

    /// All of one tenant that meet the criteria, by id, read as they are consumed; close it.
    public Stream<Versioned<S>> stream(Tenant tenant, Criteria criteria) {
        var query = new Query(criteria.and("tenant").is(tenant.value())).with(Sort.by("_id"));
        return store.mongo().stream(query, Document.class, collection).map(documents::read);
    }

    public long count(Tenant tenant, Criteria criteria) {
        return store.mongo().count(new Query(criteria.and("tenant").is(tenant.value())), collection);
    }

    /// Asks the decision what to do and writes it with its events, unless the cause was applied before.
    ///
    /// @throws StoreRefusal.KeyReused same idempotency key, other body
    /// @throws StoreRefusal.Taken a unique index holds the value for another document
    /// @throws StoreRefusal.Busy too many unsent events or too many writers at once
    public Outcome<S> change(Tenant tenant, String id, Cause cause, Decision<S> decision) {
        for (int attempt = 0; attempt < WRITERS_MAX; attempt++) {
            var outcome = tryChange(tenant, id, cause, decision);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        throw new StoreRefusal.Busy("too many writers of one aggregate");
    }

    /// As [#changeEach], for decisions that recognise a repetition themselves ([Cause.Given]).
    public Map<String, Outcome<S>> changeAll(Tenant tenant, Map<String, Decision<S>> decisions) {
        var caused = new LinkedHashMap<String, Caused<S>>();
        decisions.forEach((id, decision) -> caused.put(id, new Caused<>(Cause.GIVEN, decision)));
        return changeEach(tenant, caused);
    }

    /// As [#change] for each of these, in two or three ways to the store instead of two each. One that
    /// refuses leaves the others undone or done; asked again, those that are done change nothing. What is
    /// new comes to be in the order given: whoever sees one sees those before it.
    ///
    /// @return what came of each, by its id, in the order given
    public Map<String, Outcome<S>> changeEach(Tenant tenant, Map<String, Caused<S>> decisions) {
        if (decisions.isEmpty()) {
            return Map.of();
        }
        var together = new ManyAggregates<>(store.mongo(), documents, collection).change(tenant, decisions);
        together.ifPresent(written -> written.withEvents().forEach(id -> outboxes.written(collection, id)));
        return together.map(ManyAggregates.Written::outcomes).orElseGet(() -> oneByOne(tenant, decisions));
    }

    private Map<String, Outcome<S>> oneByOne(Tenant tenant, Map<String, Caused<S>> decisions) {
        var outcomes = new LinkedHashMap<String, Outcome<S>>();
        decisions.forEach((id, each) -> outcomes.put(id, change(tenant, id, each.cause(), each.decision())));
        return outcomes;
    }

    /// Empty when another writer was faster.
    private Optional<Outcome<S>> tryChange(Tenant tenant, String id, Cause cause, Decision<S> decision) {
        var found = document(tenant, id);
        var repeated = found.flatMap(document -> documents.repetition(document, cause));
        if (repeated.isPresent()) {
            return repeated;
        }
        var current = found.map(documents::read);
        var change = decision.on(current);
        if (change.state() == null) {
            return Optional.of(new Outcome.Unchanged<>(current.orElse(null)));
        }
        var written = found.isPresent()
                ? update(found.get(), cause, change)
                : insert(documents.created(tenant, id, cause, change));
        return written.map(document -> changed(document, change));
    }

    private Outcome<S> changed(Document document, Change<S> change) {
        if (!change.events().isEmpty()) {
            outboxes.written(collection, document.getString("_id"));
        }
        return new Outcome.Changed<>(documents.read(document));
    }

    private Optional<Document> insert(Document document) {
        try {
            store.mongo().insert(document, collection);
            return Optional.of(document);
        } catch (DuplicateKeyException taken) {
            if (store.mongo()
                    .exists(
                            query(where("_id")
                                    .is(document.getString("_id"))
                                    .and("tenant")
                                    .is(document.getString("tenant"))),
                            collection)) {
                return Optional.empty();
            }
            throw new StoreRefusal.Taken();
        }
    }

    private Optional<Document> update(Document was, Cause cause, Change<S> change) {
        var current = query(where("_id").is(was.getString("_id")).and("version").is(was.getLong("version")));
        try {
            var result = store.mongo().updateFirst(current, documents.update(was, cause, change), collection);
            return result.getMatchedCount() == 0 ? Optional.empty() : Optional.of(documents.after(was, change));
        } catch (DuplicateKeyException taken) {
            throw new StoreRefusal.Taken();
        }
    }

    private Optional<Document> document(Tenant tenant, String id) {
        return Optional.ofNullable(store.mongo()
                .findOne(query(where("_id").is(id).and("tenant").is(tenant.value())), Document.class, collection));
    }
}
