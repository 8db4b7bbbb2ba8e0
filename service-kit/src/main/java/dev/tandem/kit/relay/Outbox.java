package dev.tandem.kit.relay;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.tandem.kit.store.Outboxes.Written;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;

/// The unsent events of one collection, as the relay sees them.
final class Outbox {
    /// Of one aggregate at a time, so that a long outbox does not fill a transaction on its own.
    private static final int ENTRIES_MAX = 200;

    private final MongoOperations mongo;
    private final String collection;

    Outbox(MongoOperations mongo, String collection) {
        this.mongo = mongo;
        this.collection = collection;
    }

    /// The unsent events of one aggregate, oldest first.
    ///
    /// @param unsent how many there are in all, when they were read
    record Unsent(String id, int unsent, List<Document> entries) {
        /// The same outbox, of which only these are sent.
        Unsent upTo(List<Document> first) {
            return new Unsent(id, unsent, first);
        }
    }

    Written aggregate(Unsent unsent) {
        return new Written(collection, unsent.id());
    }

    Set<Written> sweep(int max) {
        return sweep("", max);
    }

    /// Those with unsent events, by id, after the id given.
    Set<Written> sweep(String afterId, int max) {
        var unsent = query(where("unsent").is(true).and("_id").gt(afterId))
                .with(Sort.by("_id"))
                .limit(max);
        var _ = unsent.fields().include("_id");
        var found = new LinkedHashSet<Written>();
        mongo.find(unsent, Document.class, collection)
                .forEach(document -> found.add(new Written(collection, document.getString("_id"))));
        return found;
    }

    List<Unsent> read(Collection<String> ids) {
        var query = query(where("_id").in(ids));
        var _ = query.fields().include("outbox");
        var all = mongo.find(query, Document.class, collection).stream()
                .map(Outbox::unsent)
                .toList();
        var empty = all.stream().filter(unsent -> unsent.entries().isEmpty()).toList();
        lowerFlag(empty);
        return all.stream().filter(unsent -> !unsent.entries().isEmpty()).toList();
    }

    private static Unsent unsent(Document document) {
        var all = document.getList("outbox", Document.class, List.of());
        return new Unsent(document.getString("_id"), all.size(), all.subList(0, Math.min(all.size(), ENTRIES_MAX)));
    }

    /// Takes out what was sent. The flag falls only where the outbox is still what was read, to its last entry: a relay
    /// that was paused in between must not take out what it never sent.
    void sent(List<Unsent> sent) {
        var bulk = mongo.bulkOps(BulkOperations.BulkMode.UNORDERED, collection);
        for (var one : sent) {
            var emptied = new Update().set("outbox", List.of()).set("unsent", false);
            bulk.updateOne(query(asRead(one)), emptied);
        }
        if (bulk.execute().getMatchedCount() < sent.size()) {
            pull(sent);
        }
    }

    private static Criteria asRead(Unsent unsent) {
        var size = unsent.entries().size();
        return where("_id")
                .is(unsent.id())
                .and("outbox")
                .size(size)
                .and("outbox." + (size - 1) + ".id")
                .is(unsent.entries().getLast().getString("id"));
    }

    private void pull(List<Unsent> sent) {
        var bulk = mongo.bulkOps(BulkOperations.BulkMode.UNORDERED, collection);
        for (var one : sent) {
            var ids = one.entries().stream().map(entry -> entry.getString("id")).toArray();
            bulk.updateOne(
                    query(where("_id").is(one.id())),
                    new Update().pull("outbox", query(where("id").in(ids))));
        }
        bulk.execute();
        lowerFlag(sent);
    }

    /// Where nothing is left; a flag without events would be swept for ever, and crowd out those with events.
    private void lowerFlag(List<Unsent> emptied) {
        if (!emptied.isEmpty()) {
            var ids = emptied.stream().map(Unsent::id).toList();
            var nothingLeft =
                    where("_id").in(ids).and("unsent").is(true).and("outbox").size(0);
            mongo.updateMulti(query(nothingLeft), new Update().set("unsent", false), collection);
        }
    }
}
