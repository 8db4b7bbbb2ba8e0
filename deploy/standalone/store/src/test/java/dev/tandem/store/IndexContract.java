package dev.tandem.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/// Unique indexes and the life of indexes.
abstract class IndexContract extends Contract {

    private static final IndexOptions UNIQUE = new IndexOptions().unique(true);
    private static final int DUPLICATE = 11000;

    private void assertRefused(Runnable change, int code) {
        assertThatThrownBy(change::run)
                .isInstanceOfSatisfying(
                        MongoException.class, e -> assertThat(e.getCode()).isEqualTo(code));
    }

    @Test
    void refusesASecondDocumentWithUniqueFields() {
        things.createIndex(Indexes.ascending("partnership", "member"), UNIQUE);
        things.insertMany(
                List.of(doc("{_id: 1, partnership: 'p', member: 1}"), doc("{_id: 2, partnership: 'q', member: 1}")));
        assertRefused(() -> things.insertOne(doc("{_id: 3, partnership: 'p', member: 1}")), DUPLICATE);
        assertRefused(() -> things.updateOne(eq(2), Updates.set("partnership", "p")), DUPLICATE);
        assertThat(things.find(eq(2)).first()).containsEntry("partnership", "q");
        assertThat(ids(things.find(doc("{partnership: 'p', member: 1}")))).containsExactly(1);
    }

    @Test
    void refusesAnElementThatAnotherDocumentHas() {
        things.createIndex(Indexes.ascending("partnership", "members.id"), UNIQUE);
        things.insertOne(doc("{_id: 1, partnership: 'p', members: [{id: 'a'}, {id: 'b'}]}"));
        things.insertOne(doc("{_id: 2, partnership: 'q', members: [{id: 'a'}]}"));
        assertRefused(
                () -> things.insertOne(doc("{_id: 3, partnership: 'p', members: [{id: 'c'}, {id: 'b'}]}")), DUPLICATE);
        things.insertOne(doc("{_id: 4, partnership: 'p', members: [{id: 'c'}]}"));
        assertRefused(() -> things.updateOne(eq(4), Updates.push("members", doc("{id: 'a'}"))), DUPLICATE);
        things.updateOne(eq(1), Updates.pull("members", doc("{id: 'a'}")));
        things.updateOne(eq(4), Updates.push("members", doc("{id: 'a'}")));
        assertThat(ids(things.find(doc("{partnership: 'p', 'members.id': 'a'}"))))
                .containsExactly(4);
    }

    @Test
    void letsADocumentHaveTheSameElementTwice() {
        things.createIndex(Indexes.ascending("tags"), UNIQUE);
        things.insertOne(doc("{_id: 1, tags: ['a', 'a', 'b']}"));
        things.updateOne(eq(1), Updates.set("tags", List.of("a")));
        things.insertOne(doc("{_id: 2, tags: ['b']}"));
        assertThat(ids(things.find(eq("tags", "b")))).containsExactly(2);
    }

    @Test
    void takesAbsentAndNullForTheSameUnlessSparse() {
        things.createIndex(Indexes.ascending("a"), UNIQUE);
        things.createIndex(
                Indexes.ascending("b"), new IndexOptions().unique(true).sparse(true));
        things.insertOne(doc("{_id: 1, a: null}"));
        assertRefused(() -> things.insertOne(doc("{_id: 2}")), DUPLICATE);
        things.insertOne(doc("{_id: 3, a: 1}"));
        things.insertOne(doc("{_id: 4, a: 2, b: 1}"));
        assertRefused(() -> things.insertOne(doc("{_id: 5, a: 3, b: 1}")), DUPLICATE);
        assertThat(ids(things.find(eq("b", null)))).containsExactlyInAnyOrder(1, 3);
        assertThat(ids(things.find(in("b", 1, null)))).containsExactlyInAnyOrder(1, 3, 4);
    }

    @Test
    void freesUniqueValuesOfWhatIsDeleted() {
        things.createIndex(Indexes.ascending("a"), UNIQUE);
        things.insertOne(doc("{_id: 1, a: 1}"));
        things.deleteOne(eq("a", 1));
        things.insertOne(doc("{_id: 2, a: 1}"));
        things.replaceOne(eq(2), doc("{a: 2}"));
        things.insertOne(doc("{_id: 3, a: 1}"));
        assertThat(ids(things.find(in("a", 1, 2)))).containsExactlyInAnyOrder(2, 3);
    }

    @Test
    void takesNumbersOfAllTypesForTheSame() {
        things.createIndex(Indexes.ascending("a"), UNIQUE);
        things.insertOne(doc("{_id: 1, a: 1}"));
        assertRefused(() -> things.insertOne(doc("{_id: 2, a: {$numberLong: '1'}}")), DUPLICATE);
        assertRefused(() -> things.insertOne(doc("{_id: 2, a: 1.0}")), DUPLICATE);
        things.insertOne(doc("{_id: 3, a: {$numberLong: '9007199254740993'}}"));
        things.insertOne(doc("{_id: 4, a: {$numberLong: '9007199254740992'}}"));
    }

    @Test
    void leavesNothingOfAnIndexThatCannotBeBuilt() {
        things.insertMany(List.of(doc("{_id: 1, a: 1}"), doc("{_id: 2, a: 1}"), doc("{_id: 3, a: 2}")));
        assertRefused(() -> things.createIndex(Indexes.ascending("a"), UNIQUE), DUPLICATE);
        assertThat(list(things.listIndexes())).hasSize(1);
        things.updateOne(eq(2), Updates.set("a", 3));
        things.createIndex(Indexes.ascending("a"), UNIQUE);
        assertRefused(() -> things.insertOne(doc("{_id: 4, a: 3}")), DUPLICATE);
        assertThat(ids(things.find(eq("a", 3)))).containsExactly(2);
    }

    @Test
    void refusesADocumentWithParallelArraysAndKeepsNothingOfIt() {
        things.createIndex(Indexes.ascending("a"));
        things.createIndex(Indexes.ascending("b", "c"));
        assertRefused(() -> things.insertOne(doc("{_id: 1, a: 1, b: [1], c: [2]}")), 171);
        things.insertOne(doc("{_id: 2, a: 1, b: [1], c: 2}"));
        assertRefused(() -> things.updateOne(eq(2), doc("{$set: {a: 5, c: [3]}}")), 171);
        assertThat(ids(things.find(eq("a", 1)))).containsExactly(2);
        assertThat(things.find(eq("a", 5))).isEmpty();
    }

    @Test
    void pairsFieldsOfTheSameElement() {
        things.createIndex(Indexes.ascending("lines.sku", "lines.quantity"));
        things.insertOne(doc("{_id: 1, lines: [{sku: 'a', quantity: 1}, {sku: 'b', quantity: 2}]}"));
        assertThat(ids(things.find(doc("{'lines.sku': 'a', 'lines.quantity': 2}"))))
                .containsExactly(1);
        assertThat(things.find(doc("{lines: {$elemMatch: {sku: 'a', quantity: 2}}}")))
                .isEmpty();
        assertThat(ids(things.find(doc("{lines: {$elemMatch: {sku: 'b', quantity: 2}}}"))))
                .containsExactly(1);
    }

    @Test
    void createsTheSameIndexOnlyOnce() {
        things.createIndex(Indexes.ascending("a"));
        things.createIndex(Indexes.ascending("a"));
        assertThat(list(things.listIndexes()))
                .extracting(each -> each.get("name"))
                .containsExactly("_id_", "a_1");
        assertRefused(() -> things.createIndex(Indexes.ascending("b"), new IndexOptions().name("a_1")), 86);
        assertThatThrownBy(() -> things.createIndex(Indexes.ascending("a"), UNIQUE))
                .isInstanceOf(MongoCommandException.class);
    }

    @Test
    void dropsAnIndexOfOneCollectionOnly() {
        MongoCollection<Document> others = database.getCollection("others");
        things.createIndex(Indexes.ascending("a"), UNIQUE);
        others.createIndex(Indexes.ascending("a"), UNIQUE);
        things.dropIndex("a_1");
        things.insertMany(List.of(doc("{_id: 1, a: 1}"), doc("{_id: 2, a: 1}")));
        others.insertOne(doc("{_id: 1, a: 1}"));
        assertRefused(() -> others.insertOne(doc("{_id: 2, a: 1}")), DUPLICATE);
        things.dropIndexes();
        assertThat(list(others.listIndexes())).hasSize(2);
        assertThat(list(things.listIndexes())).hasSize(1);
    }

    @Test
    void keepsIndexesWithARenamedCollection() {
        things.createIndex(Indexes.ascending("a"), UNIQUE);
        things.insertOne(doc("{_id: 1, a: 1}"));
        things.renameCollection(new MongoNamespace("contract", "renamed"));
        MongoCollection<Document> renamed = database.getCollection("renamed");
        assertRefused(() -> renamed.insertOne(doc("{_id: 2, a: 1}")), DUPLICATE);
        assertThat(ids(renamed.find(eq("a", 1)))).containsExactly(1);
        things.insertOne(doc("{_id: 1, a: 1}"));
        assertThat(things.countDocuments()).isEqualTo(1);
    }
}
