package dev.tandem.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/// Several connections at the same documents.
abstract class ConcurrencyContract extends Contract {

    private static final int THREADS = 6;
    private static final int ROUNDS = 40;

    private static <T> List<Callable<T>> threads(Callable<T> task) {
        return Collections.nCopies(THREADS, task);
    }

    @Test
    void letsOneOfManyInsertAUniqueValue() throws Exception {
        things.createIndex(Indexes.ascending("partnership", "members.id"), new IndexOptions().unique(true));
        List<Long> winners = together(threads(() -> IntStream.range(0, ROUNDS)
                .filter(round -> inserts(new Document("partnership", "p")
                        .append(
                                "members",
                                List.of(doc("{id: " + round + "}"), new Document("id", "own" + Math.random())))))
                .count()));
        assertThat(winners.stream().mapToLong(each -> each).sum()).isEqualTo(ROUNDS);
        assertThat(things.countDocuments()).isEqualTo(ROUNDS);
    }

    private boolean inserts(Document document) {
        try {
            things.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            assertThat(e.getCode()).isEqualTo(11000);
            return false;
        }
    }

    @Test
    void letsOneOfManyChangeAVersion() throws Exception {
        things.insertOne(doc("{_id: 1, version: 0, log: []}"));
        List<Long> winners = together(threads(() -> IntStream.range(0, ROUNDS)
                .filter(round -> things.updateOne(
                                        and(eq("_id", 1), eq("version", round)),
                                        Updates.combine(Updates.inc("version", 1), Updates.push("log", round)))
                                .getModifiedCount()
                        == 1)
                .count()));
        Document left = one(eq(1));
        long won = winners.stream().mapToLong(each -> each).sum();
        assertThat(won).isPositive().isEqualTo((long) left.getInteger("version"));
        assertThat(left.getList("log", Integer.class))
                .isEqualTo(IntStream.range(0, (int) won).boxed().toList());
    }

    @Test
    void letsOneOfManyTakeALease() throws Exception {
        things.insertOne(doc("{_id: 'lease', fence: 0}"));
        List<Long> fences = together(threads(
                () -> IntStream.range(0, ROUNDS).map(_ -> fence()).distinct().count()));
        assertThat(fences.stream().mapToLong(each -> each).sum()).isEqualTo(THREADS * ROUNDS);
        assertThat(things.find(eq("lease")).first()).containsEntry("fence", THREADS * ROUNDS);
    }

    private int fence() {
        return Objects.requireNonNull(things.findOneAndUpdate(eq("lease"), Updates.inc("fence", 1)))
                .getInteger("fence");
    }

    @Test
    void losesNoneOfManyChangesToOneDocument() throws Exception {
        things.insertOne(doc("{_id: 1, n: 0, all: []}"));
        together(threads(() -> {
            for (int i = 0; i < ROUNDS; i++) {
                things.updateOne(eq(1), Updates.combine(Updates.inc("n", 1), Updates.push("all", i)));
            }
            return true;
        }));
        Document left = one(eq(1));
        assertThat(left).containsEntry("n", THREADS * ROUNDS);
        assertThat(left.getList("all", Integer.class)).hasSize(THREADS * ROUNDS);
    }

    @Test
    void makesOneDocumentOfManyUpserts() throws Exception {
        together(threads(() -> {
            for (int i = 0; i < ROUNDS; i++) {
                things.updateOne(eq("_id", i), Updates.inc("n", 1), new UpdateOptions().upsert(true));
            }
            return true;
        }));
        assertThat(things.countDocuments(eq("n", THREADS))).isEqualTo(ROUNDS);
        assertThat(things.countDocuments()).isEqualTo(ROUNDS);
    }

    /// A document that is always in one of two states is always found, however it moves within the index meanwhile.
    @Test
    void findsEachDocumentOnceWhileItMovesInAnIndex() throws Exception {
        things.createIndex(Indexes.ascending("state"));
        for (int i = 0; i < 10; i++) {
            things.insertOne(new Document("_id", i).append("state", "a"));
        }
        AtomicBoolean done = new AtomicBoolean();
        together(List.of(
                () -> {
                    for (int i = 0; i < ROUNDS * 5; i++) {
                        things.updateOne(eq("_id", i % 10), Updates.set("state", i / 10 % 2 == 0 ? "z" : "a"));
                    }
                    done.set(true);
                    return true;
                },
                () -> {
                    while (!done.get()) {
                        assertThat(ids(things.find(in("state", "a", "z"))))
                                .hasSize(10)
                                .doesNotHaveDuplicates();
                    }
                    return true;
                }));
    }
}
