package dev.tandem.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmokeTest {

    @Test
    void works(@TempDir Path directory) {
        for (int round = 0; round < 2; round++) {
            try (EmbeddedStore store = EmbeddedStore.onDisk(directory);
                    MongoClient client = MongoClients.create(store.uri())) {
                assertThat(client.getDatabase("admin").runCommand(new Document("hello", 1)))
                        .containsKey("isWritablePrimary");
                MongoCollection<Document> things = client.getDatabase("a").getCollection("things");
                things.createIndex(Indexes.ascending("tenant", "state.foo"));
                if (round == 0) {
                    for (int i = 0; i < 500; i++) {
                        things.insertOne(new Document("_id", "id" + i)
                                .append("tenant", "t" + i % 5)
                                .append("state", new Document("foo", i % 3)));
                    }
                }
                things.updateOne(Filters.eq("id7"), Updates.inc("n", 1));
                long before = client.getDatabase("a")
                        .runCommand(new Document("collStats", "things"))
                        .getLong("documentsExamined");
                assertThat(things.find(Filters.and(Filters.eq("tenant", "t1"), Filters.eq("state.foo", 1)))
                                .sort(new Document("_id", 1))
                                .limit(5))
                        .hasSize(5);
                assertThat(client.getDatabase("a")
                                        .runCommand(new Document("collStats", "things"))
                                        .getLong("documentsExamined")
                                - before)
                        .isEqualTo(5);
                assertThat(things.find()).hasSize(500);
                assertThat(things.find(Filters.eq("id7")).first()).containsEntry("n", round + 1);
            }
        }
    }
}
