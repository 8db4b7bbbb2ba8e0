package dev.tandem.store;

import static de.bwaldvogel.mongo.backend.Constants.ID_FIELD;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/// The reading side of a collection: any number of queries beside changes, each on the state it began with.
abstract class SearchedCollection extends AbstractSynchronizedMongoCollection<Key> {

    final StoreFile file;
    final MVMap<Key, byte[]> documents;
    private final LongAdder examined = new LongAdder();

    SearchedCollection(
            MongoDatabase database, String name, CollectionOptions options, StoreFile file, CursorRegistry cursors) {
        super(database, name, options, cursors);
        this.file = file;
        this.documents = file.documents(MapNames.documents(database.getDatabaseName(), name));
    }

    MVMap<Key, byte[]> documents() {
        return documents;
    }

    /// Not one at a time, as the library would have it: a query does not see what changes after it has begun.
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public QueryResult handleQuery(QueryParameters parameters) {
        Document selector = parameters.getQuerySelector();
        String mark = selector.containsKey("$query") ? "$" : "";
        boolean wrapped = selector.get(mark + "query") instanceof Document;
        return queryDocuments(
                wrapped ? Fields.required(selector, mark + "query", Document.class) : selector,
                wrapped ? (Document) selector.get(mark + "orderby") : null,
                parameters.getNumberToSkip(),
                parameters.getLimit(),
                parameters.getBatchSize(),
                parameters.getProjection());
    }

    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document orderBy,
            int numberToSkip,
            int limit,
            int batchSize,
            @Nullable Document fieldSelector) {
        Ordering ordering = Ordering.of(orderBy, ID_FIELD);
        Selection selection = new Selection(query);
        Stream<Search.Match> matches =
                search(query, selection, ordering, limit > 0).matches(ordering).skip(numberToSkip);
        Stream<Search.Match> found = limit > 0 ? matches.limit(limit) : matches;
        Results results = new Results(selection, documents, cursorRegistry, batch -> project(batch, fieldSelector));
        if (batchSize > 0) {
            return results.firstBatch(found.iterator(), batchSize);
        }
        boolean all = fieldSelector == null || fieldSelector.isEmpty();
        return all ? Results.whole(found.iterator()) : results.projected(found);
    }

    private synchronized Search search(Document query, Selection selection, Ordering ordering, boolean limited) {
        Planner planner = new Planner(new Constraints(query), ordering, file.sorted(documents), limited);
        return new Search(planner.choose(sortedIndexes()), selection, documents, examined);
    }

    /// Empty where no index can tell.
    OptionalLong count(CoveredCount count) {
        Optional<Walk<Key, Key>> entries = entries(count);
        return entries.isEmpty() ? OptionalLong.empty() : OptionalLong.of(count.count(entries.get().stream()));
    }

    private synchronized Optional<Walk<Key, Key>> entries(CoveredCount count) {
        return count.plan(sortedIndexes()).map(plan -> {
            MVMap<Key, Key> entries = Objects.requireNonNull(plan.index()).entries();
            return new Walk<>(entries, entries.flushAndGetRoot(), plan, (_, position) -> position);
        });
    }

    private Stream<SortedIndex> sortedIndexes() {
        return getIndexes().stream().filter(SortedIndex.class::isInstance).map(SortedIndex.class::cast);
    }

    private List<Document> project(Stream<Document> found, @Nullable Document fields) {
        Comparator<Document> unsorted = null;
        return matchDocumentsFromStream(new Document(), found, 0, 0, 0, unsorted, fields)
                .collectDocuments();
    }

    @Override
    public Iterable<Document> queryAll() {
        return handleQuery(Aggregate.filter());
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        return queryDocuments(query, orderBy, skip, limit, batchSize, fields);
    }

    /// Tells also how many documents queries have read so far, which shows whether they use an index.
    @Override
    public Document getStats() {
        return super.getStats().append("documentsExamined", examined.sum());
    }
}
