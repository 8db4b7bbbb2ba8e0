package dev.tandem.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the store cannot do it refuses, and says so.
class RefusalsTest extends Contract {

    private static EmbeddedStore store;

    @BeforeAll
    static void start() {
        store = EmbeddedStore.inMemory();
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Override
    String uri() {
        return store.uri();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{key: {a: 1}, name: 'a', unique: true, partialFilterExpression: {b: 1}}",
                "{key: {a: 1}, name: 'a', expireAfterSeconds: 1}",
                "{key: {a: 1}, name: 'a', collation: {locale: 'en', strength: 2}}",
                "{key: {a: 'text'}, name: 'a'}",
                "{key: {a: '2dsphere'}, name: 'a'}",
                "{key: {a: 'hashed'}, name: 'a'}",
                "{key: {'$**': 1}, name: 'a'}"
            })
    void refusesIndexesThatItWouldNotKeep(String index) {
        Document command = new Document("createIndexes", "things").append("indexes", List.of(doc(index)));
        assertThatThrownBy(() -> database.runCommand(command))
                .isInstanceOfSatisfying(
                        MongoCommandException.class,
                        e -> assertThat(e.getErrorCode()).isEqualTo(67))
                .hasMessageContaining("not supported by the embedded store");
        assertThat(list(things.listIndexes())).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{create: 'x', capped: true, size: 4096}",
                "{create: 'x', viewOn: 'things', pipeline: []}",
                "{create: 'x', validator: {$jsonSchema: {}}}",
                "{create: 'x', timeseries: {timeField: 't'}}",
                "{find: 'things', collation: {locale: 'en'}}",
                "{find: 'things', tailable: true}",
                "{find: 'things', max: {a: 1}}",
                "{update: 'things', updates: [{q: {}, u: [{$set: {a: 1}}]}]}",
                "{update: 'things', updates: [{q: {}, u: {$set: {a: 1}}, collation: {locale: 'en'}}]}",
                "{delete: 'things', deletes: [{q: {}, limit: 0, collation: {locale: 'en'}}]}",
                "{findAndModify: 'things', query: {}, update: [{$set: {a: 1}}]}",
                "{aggregate: 'things', pipeline: [{$changeStream: {}}], cursor: {}}",
                "{insert: 'things', documents: [{_id: 1}], startTransaction: true, autocommit: false}",
            })
    void refusesCommandsThatItWouldDoWrongly(String command) {
        assertThatThrownBy(() -> database.runCommand(doc(command)))
                .isInstanceOfSatisfying(
                        MongoCommandException.class,
                        e -> assertThat(e.getErrorCode()).isEqualTo(115))
                .hasMessageContaining("not supported by the embedded store");
        assertThat(database.listCollectionNames()).isEmpty();
    }

    @Test
    void refusesUnknownStagesAndOperators() {
        things.insertOne(doc("{_id: 1, a: 1}"));
        assertThatThrownBy(() -> list(things.aggregate(List.of(doc("{$setWindowFields: {}}")))))
                .isInstanceOf(MongoException.class);
        assertThatThrownBy(() -> list(things.find(doc("{a: {$near: [1, 2]}}")))).isInstanceOf(MongoException.class);
        assertThatThrownBy(() -> insertInTransaction(doc("{_id: 2}"))).isInstanceOf(MongoException.class);
        assertThat(things.countDocuments()).isEqualTo(1);
    }

    private void insertInTransaction(Document document) {
        try (ClientSession session = client.startSession()) {
            session.startTransaction();
            things.insertOne(session, document);
            session.commitTransaction();
        }
    }

    @Test
    void acceptsWhatOnlySaysWhatItDoesAnyway() {
        things.createIndex(doc("{a: 1}"), new IndexOptions().background(true));
        assertThat(list(things.find(Filters.eq("a", 1))
                        .collation(Collation.builder().locale("simple").build())
                        .comment("why")
                        .hint(doc("{a: 1}"))))
                .isEmpty();
    }

    @Test
    void greetsAsAStandaloneServer() {
        Document hello = client.getDatabase("admin").runCommand(new Document("hello", 1));
        assertThat(hello)
                .containsEntry("isWritablePrimary", true)
                .containsEntry("helloOk", true)
                .containsKeys("maxWireVersion", "maxBsonObjectSize")
                .doesNotContainKeys("logicalSessionTimeoutMinutes", "setName");
        things.insertOne(new Document());
        assertThat(client.listDatabaseNames()).contains("contract");
    }
}
