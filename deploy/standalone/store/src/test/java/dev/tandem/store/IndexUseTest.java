package dev.tandem.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How many of 1,000 documents a query reads: only those it needs, when an index can tell which.
class IndexUseTest extends Contract {

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

    @BeforeEach
    void fill() {
        for (String keys : List.of(
                "{tenant: 1, _id: 1}", "{tenant: 1, 'state.name': 1}", "{tenant: 1, at: -1}", "{'members.id': 1}")) {
            things.createIndex(doc(keys));
        }
        things.createIndex(doc("{tenant: 1, code: 1}"), new IndexOptions().unique(true));
        things.insertMany(IntStream.range(0, 1_000).mapToObj(this::thing).toList());
    }

    /// Ten tenants with a hundred documents each, of which each state has ten.
    private Document thing(int i) {
        return new Document("_id", "id%03d".formatted(i))
                .append("tenant", "t" + i % 10)
                .append("state", new Document("name", "s" + i / 10 % 10))
                .append("at", i)
                .append("code", i)
                .append("version", 0)
                .append("members", List.of(new Document("id", i), new Document("id", -i)));
    }

    private long examined() {
        return database.runCommand(new Document("collStats", "things"))
                .get("documentsExamined", Number.class)
                .longValue();
    }

    private long examinedBy(Runnable command) {
        long before = examined();
        command.run();
        return examined() - before;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {tenant: 't1'}                                                | {}              | 0  | 100 | 100
                    {tenant: 't1', 'state.name': 's1'}                            | {}              | 0  | 10  | 10
                    {$and: [{tenant: 't1'}, {'state.name': 's1'}]}                | {}              | 0  | 10  | 10
                    {tenant: 't1', 'state.name': {$in: ['s1', 's2']}}             | {}              | 0  | 20  | 20
                    {tenant: {$in: ['t1', 't2']}, 'state.name': 's1'}             | {}              | 0  | 20  | 20
                    {tenant: 't1', at: {$gte: 100, $lt: 200}}                     | {}              | 0  | 10  | 10
                    {$and: [{tenant: 't1'}, {at: {$gte: 100}}, {at: {$lt: 200}}]} | {}              | 0  | 10  | 10
                    {'members.id': -7}                                            | {}              | 0  | 1   | 1
                    {members: {$elemMatch: {id: -7}}}                             | {}              | 0  | 1   | 1
                    {_id: 'id007', version: 0}                                    | {}              | 0  | 1   | 1
                    {_id: {$in: ['id007', 'id008']}, tenant: 't7'}                | {}              | 0  | 2   | 1
                    {tenant: 't1', code: 11}                                      | {}              | 0  | 1   | 1
                    {tenant: 't1', _id: {$gt: 'id500'}}                           | {_id: 1}        | 5  | 5   | 5
                    {tenant: 't1', 'state.name': 's1'}                            | {_id: 1}        | 5  | 5   | 5
                    {tenant: 't1', 'state.name': 's1', _id: {$gt: 'id101'}}       | {_id: 1}        | 5  | 6   | 5
                    {tenant: 't1'}                                                | {at: -1}        | 5  | 5   | 5
                    {tenant: 't1'}                                                | {tenant: 1, at: 1, _id: 1} | 5  | 5   | 5
                    {}                                                            | {_id: -1}       | 5  | 5   | 5
                    {}                                                            | {tenant: 1}     | 5  | 5   | 5
                    {_id: {$lt: 'id003'}}                                         | {}              | 0  | 4   | 3
                    {version: 0}                                                  | {}              | 0  | 1000 | 1000
                    """)
    void readsOnlyWhatItNeeds(String query, String sort, int limit, long atMost, int found) {
        long read = examinedBy(() ->
                assertThat(things.find(doc(query)).sort(doc(sort)).limit(limit)).hasSize(found));
        assertThat(read).isLessThanOrEqualTo(atMost);
    }

    @Test
    void changesADocumentByIdAndVersionWithoutASearch() {
        assertThat(examinedBy(() -> assertThat(
                                things.updateOne(and(eq("_id", "id500"), eq("version", 0)), Updates.inc("version", 1))
                                        .getModifiedCount())
                        .isEqualTo(1)))
                .isEqualTo(1);
        assertThat(examinedBy(() -> assertThat(things.updateOne(eq("tenant", "t3"), Updates.inc("version", 1))
                                .getModifiedCount())
                        .isEqualTo(1)))
                .isLessThanOrEqualTo(2);
    }

    @Test
    void countsAndAggregatesByIndex() {
        assertThat(examinedBy(() -> assertThat(things.countDocuments(and(eq("tenant", "t1"), gt("at", 900))))
                        .isEqualTo(10)))
                .isEqualTo(10);
        assertThat(examinedBy(() -> assertThat(things.aggregate(List.of(
                                doc("{$match: {tenant: 't1', 'state.name': 's1'}}"),
                                doc("{$group: {_id: '$tenant', n: {$sum: 1}}}"))))
                        .containsExactly(doc("{_id: 't1', n: 10}"))))
                .isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {tenant: 't1'}                         | 100  | 0
                    {tenant: 't1', 'state.name': 's1'}     | 10   | 0
                    {'state.name': 's1', tenant: 't1'}     | 10   | 0
                    {tenant: 't1', 'state.name': 'none'}   | 0    | 0
                    {tenant: 't1', 'state.name': {$in: ['s1', 's2']}} | 20 | 0
                    {tenant: 't1', at: 1}                  | 1    | 1
                    {tenant: 't1', version: 0}             | 100  | 100
                    """)
    void countsTextsWithoutReadingADocument(String query, long found, long atMost) {
        assertThat(examinedBy(
                        () -> assertThat(things.countDocuments(doc(query))).isEqualTo(found)))
                .isLessThanOrEqualTo(atMost);
    }

    /// More values than an index is followed by.
    @Test
    void countsWhatHasOneOfVeryManyTextsToo() {
        List<String> texts = IntStream.range(0, 20_000)
                .mapToObj(i -> i == 0 ? "s1" : "none" + i)
                .toList();
        Document query = doc("{tenant: 't1'}").append("state.name", new Document("$in", texts));
        assertThat(things.countDocuments(query)).isEqualTo(10);
    }

    @Test
    void pagesThroughATenantReadingEachDocumentOnce() {
        long read = examinedBy(() -> {
            String last = "";
            for (int page = 0; page < 10; page++) {
                List<Object> ids = ids(things.find(and(eq("tenant", "t4"), gt("_id", last)))
                        .sort(doc("{_id: 1}"))
                        .limit(10));
                assertThat(ids)
                        .hasSize(10)
                        .isSortedAccordingTo((a, b) -> a.toString().compareTo(b.toString()));
                last = ids.getLast().toString();
            }
        });
        assertThat(read).isLessThanOrEqualTo(110);
    }

    @Test
    void sortsByWhatNoIndexHasWithoutReadingAllOfItForTheFirstBatch() {
        long read = examinedBy(() -> assertThat(things.find()
                        .sort(doc("{version: 1, code: -1}"))
                        .batchSize(10)
                        .first())
                .isNotNull());
        assertThat(read).isLessThanOrEqualTo(1_000 + 10);
    }

    @Test
    void goesAlongTheIndexThatSparesSortingWhereOthersNarrowAsMuch() {
        long read = examinedBy(() -> {
            try (var cursor = things.find(doc("{tenant: 't1'}"))
                    .sort(doc("{at: 1}"))
                    .batchSize(10)
                    .cursor()) {
                assertThat(cursor.next()).containsEntry("at", 1);
            }
        });
        assertThat(read).isLessThanOrEqualTo(100);
    }
}
