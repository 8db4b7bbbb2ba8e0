package dev.tandem.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.List;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.Test;

/// The update operators that the services use.
abstract class UpdateContract extends Contract {

    private Document after(String stored, String update) {
        things.drop();
        things.insertOne(doc(stored));
        things.updateOne(eq(1), doc(update));
        return one(eq(1));
    }

    @Test
    void changesFields() {
        assertThat(after("{_id: 1, a: 1, b: {c: 2}}", "{$set: {'b.c': 3, d: [1]}, $unset: {a: ''}}"))
                .isEqualTo(doc("{_id: 1, b: {c: 3}, d: [1]}"));
        assertThat(after(
                        "{_id: 1, a: 1, b: 5, c: 5, d: 2, e: 1}",
                        "{$inc: {a: 2}, $min: {b: 3}, $max: {c: 7}, $mul: {d: 4}, $rename: {e: 'f'}}"))
                .isEqualTo(doc("{_id: 1, a: 3, b: 3, c: 7, d: 8, f: 1}"));
    }

    @Test
    void addsDecimalsExactly() {
        things.insertOne(new Document("_id", 1).append("amount", Decimal128.parse("0.1")));
        things.updateOne(eq(1), Updates.inc("amount", Decimal128.parse("0.2")));
        assertThat(things.find(eq(1)).first()).containsEntry("amount", Decimal128.parse("0.3"));
    }

    @Test
    void changesArrays() {
        assertThat(after("{_id: 1, a: [1, 2]}", "{$push: {a: {$each: [3, 4, 5], $slice: -3}}}"))
                .isEqualTo(doc("{_id: 1, a: [3, 4, 5]}"));
        assertThat(after("{_id: 1, a: [1, 2, 1]}", "{$pull: {a: 1}, $addToSet: {b: {$each: [1, 1]}}}"))
                .isEqualTo(doc("{_id: 1, a: [2], b: [1]}"));
        assertThat(after("{_id: 1, a: [{k: 1}, {k: 2}]}", "{$pull: {a: {k: {$in: [1, 3]}}}}"))
                .isEqualTo(doc("{_id: 1, a: [{k: 2}]}"));
    }

    @Test
    void changesTheElementThatMatched() {
        things.insertOne(doc("{_id: 1, a: [{k: 1, n: 0}, {k: 2, n: 0}]}"));
        things.updateOne(and(eq(1), elemMatch("a", eq("k", 2))), Updates.inc("a.$.n", 1));
        things.updateOne(
                eq(1), Updates.inc("a.$[low].n", 10), new UpdateOptions().arrayFilters(List.of(eq("low.k", 1))));
        things.findOneAndUpdate(and(eq("_id", 1), eq("a.k", 2)), Updates.set("a.$.seen", true));
        assertThat(one(eq(1))).isEqualTo(doc("{_id: 1, a: [{k: 1, n: 10}, {k: 2, n: 1, seen: true}]}"));
    }

    @Test
    void insertsWhatAnUpsertDoesNotFind() {
        UpdateOptions upsert = new UpdateOptions().upsert(true);
        for (int i = 0; i < 2; i++) {
            things.updateOne(
                    and(eq("_id", 1), eq("owner", "a")),
                    Updates.combine(Updates.inc("n", 1), Updates.setOnInsert("first", true)),
                    upsert);
        }
        assertThat(things.find()).containsExactly(doc("{_id: 1, owner: 'a', first: true, n: 2}"));
    }

    @Test
    void givesTheDocumentBeforeOrAfterAChange() {
        things.insertMany(List.of(doc("{_id: 1, n: 1}"), doc("{_id: 2, n: 5}")));
        FindOneAndUpdateOptions highest = new FindOneAndUpdateOptions().sort(Sorts.descending("n"));
        assertThat(things.findOneAndUpdate(new Document(), Updates.inc("n", 1), highest))
                .isEqualTo(doc("{_id: 2, n: 5}"));
        assertThat(things.findOneAndUpdate(
                        new Document(), Updates.inc("n", 1), highest.returnDocument(ReturnDocument.AFTER)))
                .isEqualTo(doc("{_id: 2, n: 7}"));
        assertThat(things.findOneAndUpdate(eq(3), Updates.inc("n", 1))).isNull();
        assertThat(things.findOneAndDelete(eq(1))).isEqualTo(doc("{_id: 1, n: 1}"));
        assertThat(ids(things.find())).containsExactly(2);
    }

    @Test
    void keepsTheLastEntriesOfAGrowingList() {
        things.insertOne(doc("{_id: 1, keys: []}"));
        for (int i = 0; i < 100; i++) {
            things.updateOne(eq(1), Updates.pushEach("keys", List.of(i), new PushOptions().slice(-64)));
        }
        assertThat(one(eq(1)).getList("keys", Integer.class))
                .hasSize(64)
                .startsWith(36)
                .endsWith(99);
    }

    @Test
    void changesManyAtOnce() {
        things.insertMany(List.of(doc("{_id: 1, a: 1}"), doc("{_id: 2, a: 1}"), doc("{_id: 3, a: 2}")));
        var result = things.updateMany(eq("a", 1), Updates.set("a", 2));
        assertThat(result.getModifiedCount()).isEqualTo(2);
        assertThat(things.countDocuments(eq("a", 2))).isEqualTo(3);
        assertThat(things.updateMany(eq("a", 2), Updates.set("a", 2)).getModifiedCount())
                .isZero();
    }
}
