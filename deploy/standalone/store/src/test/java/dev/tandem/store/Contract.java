package dev.tandem.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// What any store behind the driver has to do: each contract runs against the embedded store in memory and on disk, and
/// against MongoDB itself where containers can be run.
abstract class Contract {

    MongoClient client;
    MongoDatabase database;
    MongoCollection<Document> things;

    abstract String uri();

    @BeforeEach
    void connect() {
        client = client(uri());
        database = client.getDatabase("contract");
        database.drop();
        things = database.getCollection("things");
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    static MongoClient client(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build());
    }

    static Document doc(String json) {
        return Document.parse(json);
    }

    static <T> List<T> list(Iterable<T> all) {
        List<T> list = new ArrayList<>();
        all.forEach(list::add);
        return list;
    }

    Document one(Bson filter) {
        return Objects.requireNonNull(things.find(filter).first());
    }

    List<Object> ids(Iterable<Document> found) {
        return list(found).stream().map(each -> each.get("_id")).toList();
    }

    /// Runs all at the same time and gives their results, or the first failure.
    static <T> List<T> together(List<Callable<T>> tasks) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(tasks.size())) {
            List<T> results = new ArrayList<>();
            for (Future<T> each : threads.invokeAll(tasks)) {
                results.add(each.get());
            }
            return results;
        }
    }
}
