package dev.tandem.kit.store;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.BulkOperationException;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoOperations;

/// Changes of many aggregates of one tenant in one read and one write. Each is an atomic write of its own, as if it
/// had come alone; only the ways to the store are shared.
final class ManyAggregates<S> {
    private final MongoOperations mongo;
    private final AggregateDocuments<S> documents;
    private final String collection;

    ManyAggregates(MongoOperations mongo, AggregateDocuments<S> documents, String collection) {
        this.mongo = mongo;
        this.documents = documents;
        this.collection = collection;
    }

    /// What came of those that were decided on.
    ///
    /// @param withEvents the ids of those that have raised events
    record Written<S>(Map<String, Outcome<S>> outcomes, List<String> withEvents) {}

    /// Empty when another writer came in between for any of them: then some may be written and others not.
    /// What is new comes to be in the order given: whoever sees one sees those before it.
    Optional<Written<S>> change(Tenant tenant, Map<String, Caused<S>> decisions) {
        var found = documents(tenant, decisions.keySet().stream().toList());
        var outcomes = new LinkedHashMap<String, Outcome<S>>();
        var writes = new Writes();
        decisions.forEach((id, decision) ->
                outcomes.put(id, writes.decide(tenant, id, Optional.ofNullable(found.get(id)), decision)));
        return writes.areDone() ? Optional.of(new Written<>(outcomes, writes.withEvents)) : Optional.empty();
    }

    /// What is to be written: all that is new, and then what changes, so that the store is asked twice at most.
    private final class Writes {
        private final List<Document> created = new ArrayList<>();
        private final List<Consumer<BulkOperations>> updates = new ArrayList<>();
        private final List<String> withEvents = new ArrayList<>();

        Outcome<S> decide(Tenant tenant, String id, Optional<Document> was, Caused<S> decision) {
            var repeated = was.flatMap(document -> documents.repetition(document, decision.cause()));
            return repeated.orElseGet(() -> {
                var current = was.map(documents::read);
                var change = decision.decision().on(current);
                return change.state() == null
                        ? new Outcome.Unchanged<>(current.orElse(null))
                        : new Outcome.Changed<>(add(tenant, id, was, decision.cause(), change));
            });
        }

        private Versioned<S> add(Tenant tenant, String id, Optional<Document> was, Cause cause, Change<S> change) {
            if (!change.events().isEmpty()) {
                withEvents.add(id);
            }
            var state = Objects.requireNonNull(change.state());
            if (was.isEmpty()) {
                created.add(documents.created(tenant, id, cause, change));
                return new Versioned<>(id, 1, state);
            }
            var version = was.get().getLong("version");
            var asRead = query(where("_id").is(id).and("version").is(version));
            var update = documents.update(was.get(), cause, change);
            updates.add(bulk -> bulk.updateOne(asRead, update));
            return new Versioned<>(id, version + 1, state);
        }

        boolean areDone() {
            if (created.isEmpty() && updates.isEmpty()) {
                return true;
            }
            var bulk = mongo.bulkOps(BulkMode.ORDERED, collection);
            bulk.insert(created);
            updates.forEach(update -> update.accept(bulk));
            return isWritten(bulk, created.size() + updates.size());
        }
    }

    private static boolean isWritten(BulkOperations bulk, int writes) {
        try {
            var result = bulk.execute();
            return result.getInsertedCount() + result.getMatchedCount() == writes;
        } catch (DuplicateKeyException | BulkOperationException another) {
            return false;
        }
    }

    private Map<String, Document> documents(Tenant tenant, List<String> ids) {
        var found = new HashMap<String, Document>();
        mongo.find(query(where("_id").in(ids).and("tenant").is(tenant.value())), Document.class, collection)
                .forEach(document -> found.put(document.getString("_id"), document));
        return found;
    }
}
