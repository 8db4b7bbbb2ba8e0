package dev.tandem.kit.copy;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

/// Which collection a copy is read from, and which one is being filled beside it. One document says so for every
/// instance, and is read before each write: an instance that remembered it might write to a collection that is gone.
final class Generations {
    private static final String COLLECTION = "copy_generations";

    private static final long REMEMBERED_NANOS = Duration.ofMillis(500).toNanos();

    private final MongoOperations mongo;
    private final String name;
    private volatile @Nullable Seen lately;

    Generations(MongoOperations mongo, String name) {
        this.mongo = mongo;
        this.name = name;
    }

    /// @param current what is read; `building` what a rebuild fills, null when none runs
    record Now(String current, @Nullable String building) {
        /// Where a live event goes.
        List<String> all() {
            return Stream.of(current, building).filter(Objects::nonNull).toList();
        }
    }

    Now now() {
        var atNanos = System.nanoTime();
        var document = document();
        var building = document.getInteger("building");
        var current = collection(document.getInteger("current"));
        lately = new Seen(current, atNanos);
        return new Now(current, building == null ? null : collection(building));
    }

    private record Seen(String current, long atNanos) {}

    /// What was read from half a second ago at most. A rebuild may have dropped it since: who finds less there than was
    /// asked for has to ask for what is read [#now].
    String lately() {
        var seen = lately;
        return seen != null && System.nanoTime() - seen.atNanos() < REMEMBERED_NANOS ? seen.current() : now().current();
    }

    /// Starts a generation beside the current one, under a number that was never used: a rebuild that was interrupted,
    /// or still runs elsewhere, loses to this one, and what it left is dropped.
    String begin() {
        var was = document();
        var next = was.getInteger("last") + 1;
        if (!changed(was, new Update().set("building", next).set("last", next))) {
            throw new RebuildOvertaken(name);
        }
        drop(was.getInteger("building"));
        return collection(next);
    }

    /// Makes the generation being built the current one.
    ///
    /// @throws RebuildOvertaken when another rebuild took over
    void switchTo(String built) {
        var was = document();
        if (!isBuilding(was, built)
                || !changed(
                        was,
                        new Update().set("current", was.getInteger("building")).unset("building"))) {
            mongo.dropCollection(built);
            throw new RebuildOvertaken(name);
        }
        drop(was.getInteger("current"));
    }

    /// Gives a rebuild up; live events no longer go there.
    void abandon(String built) {
        var was = document();
        if (isBuilding(was, built)) {
            var _ = changed(was, new Update().unset("building"));
        }
        mongo.dropCollection(built);
    }

    private boolean isBuilding(Document was, String built) {
        var building = was.getInteger("building");
        return building != null && collection(building).equals(built);
    }

    private boolean changed(Document was, Update update) {
        var asRead = where("_id").is(name).and("last").is(was.getInteger("last"));
        asRead = asRead.and("current")
                .is(was.getInteger("current"))
                .and("building")
                .is(was.getInteger("building"));
        return mongo.updateFirst(query(asRead), update, COLLECTION).getMatchedCount() == 1;
    }

    private Document document() {
        var found = mongo.findOne(query(where("_id").is(name)), Document.class, COLLECTION);
        return found == null ? first() : found;
    }

    private Document first() {
        var first = new Document("_id", name).append("current", 1).append("last", 1);
        try {
            return mongo.insert(first, COLLECTION);
        } catch (DuplicateKeyException anotherWasFaster) {
            return document();
        }
    }

    private void drop(@Nullable Integer generation) {
        if (generation != null) {
            mongo.dropCollection(collection(generation));
        }
    }

    private String collection(int generation) {
        return name + "_" + generation;
    }
}
