package dev.tandem.kit.copy;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

/// Which collection a copy is read from, and which one is being filled beside it. One document says so for every
/// instance, and is read each time: an instance that remembered it might write to a collection that is gone.
final class Generations {
    private static final String COLLECTION = "copy_generations";

    private final MongoOperations mongo;
    private final String name;

    Generations(MongoOperations mongo, String name) {
        this.mongo = mongo;
        this.name = name;
    }

    /// @param current what is read; `building` what a rebuild fills, null when none runs
    record Now(String current, @Nullable String building) {
        /// Where a live event goes.
        List<String> all() {
            return Stream.of(current, building)
                    .filter(java.util.Objects::nonNull)
                    .toList();
        }
    }

    Now now() {
        var document = document();
        var building = document.getInteger("building");
        return new Now(collection(document.getInteger("current")), building == null ? null : collection(building));
    }

    /// Starts a generation beside the current one; what an interrupted rebuild left of it is dropped.
    String begin() {
        var next = document().getInteger("current") + 1;
        mongo.dropCollection(collection(next));
        mongo.upsert(
                query(where("_id").is(name)),
                new Update().set("current", next - 1).set("building", next),
                COLLECTION);
        return collection(next);
    }

    /// Makes the generation being built the current one.
    void switchOver() {
        var was = document();
        mongo.updateFirst(
                query(where("_id").is(name)),
                new Update().set("current", was.getInteger("building")).unset("building"),
                COLLECTION);
        mongo.dropCollection(collection(was.getInteger("current")));
    }

    private Document document() {
        var found = mongo.findOne(query(where("_id").is(name)), Document.class, COLLECTION);
        return found == null ? new Document("current", 1) : found;
    }

    private String collection(int generation) {
        return name + "_" + generation;
    }
}
