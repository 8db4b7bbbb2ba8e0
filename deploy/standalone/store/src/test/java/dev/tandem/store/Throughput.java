package dev.tandem.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;

/// Measures the store as a process of its own; the README tells how to run it and what it gave.
final class Throughput {

    private static final int DOCUMENTS = 100_000;
    private static final int THREADS = 6;
    private static final int SECONDS = 4;

    private final MongoCollection<Document> things;
    private final AtomicInteger inserted = new AtomicInteger();

    private Throughput(MongoCollection<Document> things) {
        this.things = things;
    }

    public static void main(String... options) throws Exception {
        Path data = Files.createTempDirectory("store-throughput");
        try (StoreProcess store = StoreProcess.start(data, options);
                MongoClient client = Contract.client(store.awaitUri())) {
            new Throughput(client.getDatabase("a").getCollection("things")).measure(data);
            store.kill();
        }
        reopen(data);
    }

    private static void reopen(Path data) throws Exception {
        long start = System.nanoTime();
        try (StoreProcess store = StoreProcess.start(data);
                MongoClient client = Contract.client(store.awaitUri())) {
            long count = client.getDatabase("a").getCollection("things").countDocuments();
            System.out.printf(
                    "%-45s %8d ms for %d documents%n",
                    "restart after kill -9, until counted", (System.nanoTime() - start) / 1_000_000, count);
        }
    }

    private void measure(Path data) throws Exception {
        things.createIndex(Indexes.ascending("tenant", "state"));
        things.createIndex(Indexes.ascending("tenant", "_id"));
        things.createIndex(Indexes.ascending("code"), new IndexOptions().unique(true));
        fill();
        report("insertOne, 1 thread", 1, this::insert);
        report("insertOne, 6 threads", THREADS, this::insert);
        report("update by _id and version, 1 thread", 1, this::update);
        report("update by _id and version, 6 threads", THREADS, this::update);
        report("find by _id", 1, () -> things.find(eq(id())).first());
        report("find by unique code", 1, () -> things.find(eq("code", code())).first());
        report(
                "find 10 by tenant and state",
                1,
                () -> Contract.list(things.find(and(eq("tenant", tenant()), eq("state", "s5")))
                        .limit(10)));
        report(
                "page of 50 by tenant after _id",
                1,
                () -> Contract.list(things.find(and(eq("tenant", tenant()), gt("_id", id())))
                        .sort(Indexes.ascending("_id"))
                        .limit(50)));
        report("find without an index", 1, () -> things.find(eq("text", "none")).first());
        System.out.printf("%-45s %8d MB%n", "file", Files.size(data.resolve("tandem.store")) / 1_000_000);
    }

    private void fill() {
        long start = System.nanoTime();
        for (int i = 0; i < DOCUMENTS; i += 1_000) {
            things.insertMany(IntStream.range(0, 1_000).mapToObj(_ -> next()).toList());
        }
        System.out.printf(
                "%-45s %8.0f /s%n", "insertMany of 1,000, 1 thread", DOCUMENTS * 1e9 / (System.nanoTime() - start));
    }

    private Document next() {
        int number = inserted.getAndIncrement();
        return new Document("_id", "id%07d".formatted(number))
                .append("tenant", "tenant" + number % 20)
                .append("state", "s" + number / 20 % 50)
                .append("code", number)
                .append("version", 0)
                .append("text", "x".repeat(300));
    }

    private Object insert() {
        return things.insertOne(next());
    }

    private Object update() {
        String id = id();
        Document found = things.find(eq(id)).first();
        int version = found == null ? 0 : found.getInteger("version");
        return things.updateOne(
                and(eq("_id", id), eq("version", version)),
                Updates.combine(Updates.inc("version", 1), Updates.set("state", "s" + version % 50)));
    }

    private static int code() {
        return ThreadLocalRandom.current().nextInt(DOCUMENTS);
    }

    private static String id() {
        return "id%07d".formatted(code());
    }

    private static String tenant() {
        return "tenant" + ThreadLocalRandom.current().nextInt(20);
    }

    private static void report(String what, int threads, Callable<?> work) throws Exception {
        run(1, threads, work);
        long done = run(SECONDS, threads, work);
        System.out.printf("%-45s %8.0f /s%n", what, done / (double) SECONDS);
    }

    private static long run(int seconds, int threads, Callable<?> work) throws Exception {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<Callable<Long>> tasks = Collections.nCopies(threads, () -> {
            long done = 0;
            while (System.nanoTime() < end) {
                work.call();
                done++;
            }
            return done;
        });
        return Contract.together(tasks).stream().mapToLong(each -> each).sum();
    }
}
