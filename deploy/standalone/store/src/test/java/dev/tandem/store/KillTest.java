package dev.tandem.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` under load: whatever was acknowledged is there, nothing is half there, and each index agrees with its
/// documents.
class KillTest {

    private static final int ROUNDS = 5;
    private static final int WRITERS = 6;

    @TempDir
    private Path data;

    /// By id, the version of the last write that was acknowledged.
    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();

    private final AtomicInteger lastId = new AtomicInteger();

    @Test
    void keepsWhatItAcknowledgedAndNothingByHalves() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("KillTest -Dseed=" + seed);
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            writeUntilKilled(random);
            try (StoreProcess store = StoreProcess.start(data);
                    MongoClient client = Contract.client(store.awaitUri())) {
                check(client.getDatabase("kill"));
            }
        }
        assertThat(acknowledged).hasSizeGreaterThan(ROUNDS * WRITERS);
    }

    private void writeUntilKilled(Random random) throws Exception {
        try (StoreProcess store = StoreProcess.start(data);
                MongoClient client = Contract.client(store.awaitUri())) {
            MongoCollection<Document> things = client.getDatabase("kill").getCollection("things");
            things.createIndex(Indexes.ascending("code"), new IndexOptions().unique(true));
            things.createIndex(Indexes.ascending("tags", "state"));
            CountDownLatch underWay = new CountDownLatch(WRITERS * 5);
            List<Thread> writers = IntStream.range(0, WRITERS)
                    .mapToObj(_ -> Thread.ofVirtual().start(() -> write(things, underWay)))
                    .toList();
            assertThat(underWay.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(new CountDownLatch(1).await(random.nextInt(400), TimeUnit.MILLISECONDS))
                    .isFalse();
            store.kill();
            for (Thread writer : writers) {
                writer.join();
            }
        }
    }

    /// Inserts a document, then moves it along its indexes; ends with the first write that fails.
    private void write(MongoCollection<Document> things, CountDownLatch underWay) {
        try {
            while (true) {
                String id = "id" + lastId.incrementAndGet();
                things.insertOne(document(id, 0));
                acknowledged.put(id, 0);
                underWay.countDown();
                for (int version = 0; version < 3; version++) {
                    Document next = document(id, version + 1);
                    things.updateOne(
                            and(eq("_id", id), eq("version", version)),
                            Updates.combine(
                                    Updates.inc("version", 1),
                                    Updates.set("code", next.get("code")),
                                    Updates.set("tags", next.get("tags")),
                                    Updates.set("state", next.get("state"))));
                    acknowledged.put(id, version + 1);
                }
            }
        } catch (MongoException killed) {
            underWay.countDown();
        }
    }

    /// All of a document follows from its id and version, so that a document that is only half changed shows.
    private static Document document(String id, int version) {
        return new Document("_id", id)
                .append("version", version)
                .append("code", id + "/" + version)
                .append("tags", List.of("all", "v" + version))
                .append("state", version % 2);
    }

    private void check(MongoDatabase database) {
        MongoCollection<Document> things = database.getCollection("things");
        List<Document> documents = Contract.list(things.find());
        for (Document document : documents) {
            int version = document.getInteger("version");
            assertThat(document).isEqualTo(document(document.getString("_id"), version));
            assertThat(version).isGreaterThanOrEqualTo(acknowledged.getOrDefault(document.getString("_id"), 0));
            assertThat(things.find(eq("code", document.get("code")))).containsExactly(document);
        }
        assertThat(documents).extracting(each -> each.getString("_id")).containsAll(acknowledged.keySet());
        List<Document> byTag = new ArrayList<>();
        things.find(and(eq("tags", "all"), gte("state", 0))).forEach(byTag::add);
        assertThat(byTag).containsExactlyInAnyOrderElementsOf(documents);
        long count = documents.size();
        assertThat(entries(database))
                .isEqualTo(new Document("_id_", count).append("code_1", count).append("tags_1_state_1", 2 * count));
    }

    /// How many entries each index has: none may be left over.
    private static Document entries(MongoDatabase database) {
        return database.runCommand(new Document("validate", "things")).get("keysPerIndex", Document.class);
    }
}
