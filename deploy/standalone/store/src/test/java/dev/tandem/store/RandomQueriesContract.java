package dev.tandem.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A collection with indexes answers every query as its twin without any.
abstract class RandomQueriesContract extends Contract {

    private static final int BATCHES = 6;
    private static final int CHANGES = 60;
    private static final int QUERIES = 120;

    private MongoCollection<Document> twin;

    @BeforeEach
    void makeTwin() {
        twin = database.getCollection("twin");
    }

    @Test
    void answersTheSameWithIndexesAsWithout() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("RandomQueriesContract -Dseed=" + seed);
        RandomDocuments random = new RandomDocuments(new Random(seed));
        createIndexes();
        for (int batch = 0; batch < BATCHES; batch++) {
            for (int i = 0; i < CHANGES; i++) {
                change(random);
            }
            for (int i = 0; i < QUERIES; i++) {
                compare(random.query(), random.sort(), random, seed);
                compareCount(random.texts(), seed);
            }
        }
        assertThat(things.countDocuments()).isPositive().isEqualTo(twin.countDocuments());
    }

    private void createIndexes() {
        for (String keys : List.of(
                "{tenant: 1, a: 1}",
                "{a: 1, b: -1}",
                "{tenant: 1, _id: 1}",
                "{'n.x': 1, tenant: 1}",
                "{'lines.sku': 1, 'lines.quantity': 1}",
                "{tenant: 1, tags: 1, a: 1}",
                "{tenant: 1, tags: 1}",
                "{tenant: 1, 'lines.sku': 1}",
                "{'n.x': 1, 'n.y': 1, a: 1}",
                "{c: 1}")) {
            things.createIndex(doc(keys));
        }
        things.createIndex(doc("{b: 1}"), new IndexOptions().sparse(true));
        things.createIndex(
                doc("{tenant: 1, code: 1}"), new IndexOptions().unique(true).sparse(true));
    }

    /// What the unique index refuses is done to neither.
    private void change(RandomDocuments random) {
        Document document = random.document();
        Document update = random.update();
        Document id = new Document("_id", random.id());
        Document filter = random.query();
        switch (random.below(10)) {
            case 0, 1, 2, 3, 4 -> inBoth(each -> each.insertOne(new Document(document)));
            case 5, 6 -> inBoth(each -> each.updateOne(id, update));
            case 7 -> inBoth(each -> each.replaceOne(id, without(document, "_id")));
            case 8 -> inBoth(each -> each.updateMany(filter, random.harmlessUpdate()));
            case 9 -> inBoth(each -> each.deleteOne(id));
            default -> throw new AssertionError();
        }
    }

    private static Document without(Document document, String field) {
        Document copy = new Document(document);
        copy.remove(field);
        return copy;
    }

    private void inBoth(Consumer<MongoCollection<Document>> change) {
        try {
            change.accept(things);
        } catch (MongoException e) {
            assertThat(e.getCode()).isIn(11000, 171);
            return;
        }
        change.accept(twin);
    }

    private void compare(Document query, Document sort, RandomDocuments random, long seed) {
        boolean sorted = !sort.isEmpty();
        int skip = sorted ? random.below(4) : 0;
        int limit = sorted && random.below(2) == 0 ? 1 + random.below(8) : 0;
        Function<MongoCollection<Document>, FindIterable<Document>> find =
                each -> each.find(query).sort(sort).skip(skip).limit(limit).batchSize(2 + random.below(50));
        List<Document> expected = list(find.apply(twin));
        List<Document> found = list(find.apply(things));
        assertThat(sorted ? found : byId(found))
                .as("seed %d: %s sort %s skip %d limit %d", seed, query.toJson(), sort.toJson(), skip, limit)
                .isEqualTo(sorted ? expected : byId(expected));
        assertThat(things.countDocuments(query)).isEqualTo(twin.countDocuments(query));
    }

    private void compareCount(Document query, long seed) {
        assertThat(things.countDocuments(query))
                .as("seed %d: %s", seed, query.toJson())
                .isEqualTo(twin.countDocuments(query));
    }

    private static List<Document> byId(List<Document> documents) {
        List<Document> ordered = new ArrayList<>(documents);
        ordered.sort(Comparator.comparing(each -> each.getString("_id")));
        return ordered;
    }
}
