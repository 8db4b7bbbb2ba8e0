package dev.tandem.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

/// Documents written and read one by one and in bulk.
abstract class DocumentContract extends Contract {

    @Test
    void givesBackWhatWasStored() {
        Document stored = new Document("_id", "all types")
                .append("string", "žluťoučký 🐎")
                .append("int", 1)
                .append("long", Long.MAX_VALUE)
                .append("double", 0.1)
                .append("decimal", Decimal128.parse("12345678901234567890.1234567890"))
                .append("date", Date.from(Instant.ofEpochMilli(1_700_000_000_123L)))
                .append("objectId", new ObjectId())
                .append("uuid", UUID.randomUUID())
                .append("binary", new Binary(new byte[] {1, 2, 3}))
                .append("true", true)
                .append("null", null)
                .append("array", List.of(1, "two", List.of(3, new Document("four", 4)), List.of()))
                .append("document", new Document("z", 1).append("a", new Document()));
        things.insertOne(stored);
        assertThat(things.find(eq("all types")).first()).isEqualTo(stored);
    }

    @Test
    void refusesASecondDocumentWithTheSameId() {
        things.insertOne(doc("{_id: 1, first: true}"));
        assertThatThrownBy(() -> things.insertOne(doc("{_id: 1.0}")))
                .isInstanceOfSatisfying(
                        MongoWriteException.class, e -> assertThat(e.getCode()).isEqualTo(11000));
        assertThat(things.find()).containsExactly(doc("{_id: 1, first: true}"));
    }

    @Test
    void refusesADocumentBeyondTheSizeLimit() {
        String large = "x".repeat(9_000_000);
        things.insertOne(new Document("_id", 1).append("a", large));
        assertThatThrownBy(() -> things.updateOne(eq(1), Updates.set("b", large)))
                .isInstanceOf(MongoWriteException.class);
        assertThat(things.find(eq(1)).first()).doesNotContainKey("b");
    }

    @Test
    void stopsAnOrderedInsertAtTheFirstError() {
        List<Document> four = List.of(doc("{_id: 1}"), doc("{_id: 2}"), doc("{_id: 1}"), doc("{_id: 3}"));
        MongoBulkWriteException refused =
                catchThrowableOfType(MongoBulkWriteException.class, () -> things.insertMany(four));
        assertThat(refused.getWriteResult().getInsertedCount()).isEqualTo(2);
        assertThat(refused.getWriteErrors())
                .singleElement()
                .satisfies(e -> assertThat(e.getIndex()).isEqualTo(2));
        assertThat(ids(things.find())).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void goesOnAfterAnErrorInAnUnorderedInsert() {
        List<Document> four = List.of(doc("{_id: 1}"), doc("{_id: 1}"), doc("{_id: 2}"), doc("{_id: 2}"));
        MongoBulkWriteException refused = catchThrowableOfType(
                MongoBulkWriteException.class, () -> things.insertMany(four, new InsertManyOptions().ordered(false)));
        assertThat(refused.getWriteResult().getInsertedCount()).isEqualTo(2);
        assertThat(refused.getWriteErrors()).extracting(e -> e.getIndex()).containsExactly(1, 3);
        assertThat(ids(things.find())).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void stopsAnOrderedBulkOfUpdatesAtTheFirstError() {
        things.insertMany(List.of(doc("{_id: 1, n: 'text'}"), doc("{_id: 2, n: 0}")));
        List<UpdateOneModel<Document>> updates = List.of(
                new UpdateOneModel<>(eq(2), Updates.inc("n", 1)),
                new UpdateOneModel<>(eq(1), Updates.inc("n", 1)),
                new UpdateOneModel<>(eq(2), Updates.inc("n", 1)));
        MongoBulkWriteException refused =
                catchThrowableOfType(MongoBulkWriteException.class, () -> things.bulkWrite(updates));
        assertThat(refused.getWriteErrors())
                .singleElement()
                .satisfies(e -> assertThat(e.getIndex()).isEqualTo(1));
        assertThat(things.find(eq(2)).first()).containsEntry("n", 1);
        assertThatThrownBy(() -> things.bulkWrite(updates, new BulkWriteOptions().ordered(false)))
                .isInstanceOf(MongoBulkWriteException.class);
        assertThat(things.find(eq(2)).first()).containsEntry("n", 3);
    }

    @Test
    void reportsWhatABulkOfAllKindsDid() {
        things.insertMany(List.of(doc("{_id: 1}"), doc("{_id: 2}")));
        var result = things.bulkWrite(List.of(
                new InsertOneModel<>(doc("{_id: 3}")),
                new UpdateOneModel<>(eq(1), Updates.set("a", 1)),
                new UpdateOneModel<>(eq(4), Updates.set("a", 1), new UpdateOptions().upsert(true)),
                new DeleteOneModel<>(eq(2))));
        assertThat(result.getInsertedCount()).isEqualTo(1);
        assertThat(result.getModifiedCount()).isEqualTo(1);
        assertThat(result.getUpserts())
                .singleElement()
                .satisfies(upsert -> assertThat(upsert.getIndex()).isEqualTo(2));
        assertThat(result.getDeletedCount()).isEqualTo(1);
        assertThat(ids(things.find())).containsExactlyInAnyOrder(1, 3, 4);
    }

    @Test
    void replacesADocumentButNotItsId() {
        things.insertOne(doc("{_id: 1, a: 1, b: 2}"));
        things.replaceOne(eq(1), doc("{c: 3}"));
        assertThat(things.find()).containsExactly(doc("{_id: 1, c: 3}"));
        things.replaceOne(eq(2), doc("{d: 4}"), new ReplaceOptions().upsert(true));
        assertThat(things.find(eq(2)).first()).isEqualTo(doc("{_id: 2, d: 4}"));
    }

    @Test
    void readsMoreThanFitsOneReplyInBatches() {
        List<Document> many = IntStream.range(0, 5_000)
                .mapToObj(i -> new Document("_id", i).append("pad", "x".repeat(10_000)))
                .toList();
        things.insertMany(many);
        assertThat(ids(things.find().sort(Sorts.ascending("_id"))))
                .isEqualTo(IntStream.range(0, 5_000).boxed().toList());
        assertThat(ids(things.find(gt("_id", 10)).batchSize(7).limit(100))).hasSize(100);
        assertThat(ids(things.aggregate(List.of(doc("{$match: {_id: {$gte: 0}}}")))))
                .hasSize(5_000);
    }

    @Test
    void sortsSkipsLimitsAndProjects() {
        things.insertMany(
                List.of(doc("{_id: 1, a: 2, b: 'x'}"), doc("{_id: 2, a: 1, b: 'y'}"), doc("{_id: 3, a: 2, b: 'z'}")));
        assertThat(things.find()
                        .sort(Sorts.orderBy(Sorts.descending("a"), Sorts.ascending("b")))
                        .skip(1)
                        .limit(1)
                        .projection(doc("{b: 1}")))
                .containsExactly(doc("{_id: 3, b: 'z'}"));
        assertThat(things.distinct("a", Integer.class)).containsExactlyInAnyOrder(1, 2);
        assertThat(things.countDocuments(and(eq("a", 2), in("_id", 1, 2)))).isEqualTo(1);
        assertThat(things.estimatedDocumentCount()).isEqualTo(3);
    }

    @Test
    void deletesWhatMatches() {
        things.insertMany(List.of(doc("{_id: 1, a: 1}"), doc("{_id: 2, a: 1}"), doc("{_id: 3, a: 2}")));
        assertThat(things.deleteOne(eq("a", 1)).getDeletedCount()).isEqualTo(1);
        assertThat(things.deleteMany(gt("a", 0)).getDeletedCount()).isEqualTo(2);
        assertThat(things.find()).isEmpty();
    }

    @Test
    void aggregates() {
        things.insertMany(List.of(
                doc("{_id: 1, owner: 'a', tags: ['x', 'y']}"),
                doc("{_id: 2, owner: 'b', tags: ['x']}"),
                doc("{_id: 3, owner: 'a', tags: ['y']}")));
        assertThat(things.aggregate(List.of(
                        doc("{$match: {owner: 'a'}}"),
                        doc("{$unwind: '$tags'}"),
                        doc("{$group: {_id: '$tags', n: {$sum: 1}}}"),
                        doc("{$sort: {_id: 1}}"))))
                .containsExactly(doc("{_id: 'x', n: 1}"), doc("{_id: 'y', n: 2}"));
        assertThat(things.aggregate(List.of(
                        doc("{$match: {_id: 1}}"),
                        doc("{$lookup: {from: 'things', localField: 'owner', foreignField: 'owner', as: 'same'}}"),
                        doc("{$project: {n: {$size: '$same'}}}"))))
                .containsExactly(doc("{_id: 1, n: 2}"));
    }
}
