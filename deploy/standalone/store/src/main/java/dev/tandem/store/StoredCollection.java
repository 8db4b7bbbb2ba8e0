package dev.tandem.store;

import static de.bwaldvogel.mongo.backend.Constants.ID_FIELD;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexBuildFailedException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/// A collection: one change at a time, and any number of queries beside it, each on the state it began with.
final class StoredCollection extends AbstractMongoCollection<Key> {

    private final StoreFile file;
    private final MVMap<Key, byte[]> documents;
    private final LongAdder examined = new LongAdder();

    StoredCollection(
            MongoDatabase database, String name, CollectionOptions options, StoreFile file, CursorRegistry cursors) {
        super(database, name, options, cursors);
        this.file = file;
        this.documents = file.documents(MapNames.documents(database.getDatabaseName(), name));
    }

    MVMap<Key, byte[]> documents() {
        return documents;
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
        Stream<Search.Match> matches =
                search(query, ordering, limit > 0).matches(ordering).skip(numberToSkip);
        Iterator<Search.Match> found = (limit > 0 ? matches.limit(limit) : matches).iterator();
        return batchSize > 0 ? firstBatch(found, batchSize, query, fieldSelector) : all(found, fieldSelector);
    }

    private synchronized Search search(Document query, Ordering ordering, boolean limited) {
        Planner planner = new Planner(new Constraints(query), ordering, file.sorted(documents), limited);
        Plan plan = planner.choose(
                getIndexes().stream().filter(SortedIndex.class::isInstance).map(SortedIndex.class::cast));
        return new Search(plan, query, documents, examined);
    }

    /// For use within the command: read as far as it is iterated.
    private QueryResult all(Iterator<Search.Match> found, @Nullable Document fields) {
        Iterable<Document> documents = () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                return found.hasNext();
            }

            @Override
            public Document next() {
                return found.next().document();
            }
        };
        if (fields == null || fields.isEmpty()) {
            return new QueryResult(documents);
        }
        List<Document> whole = new ArrayList<>();
        documents.forEach(whole::add);
        return new QueryResult(project(whole, fields));
    }

    private QueryResult firstBatch(
            Iterator<Search.Match> found, int batchSize, Document query, @Nullable Document fields) {
        List<Document> batch = new ArrayList<>();
        int bytes = 0;
        while (batch.size() < batchSize && bytes < KeyCursor.MAX_BATCH_BYTES && found.hasNext()) {
            Search.Match match = found.next();
            bytes += match.bytes();
            batch.add(match.document());
        }
        Deque<Key> remaining = new ArrayDeque<>();
        found.forEachRemaining(match -> remaining.add(match.key()));
        List<Document> projected = project(batch, fields);
        return remaining.isEmpty()
                ? new QueryResult(projected)
                : new QueryResult(projected, keep(remaining, query, fields));
    }

    private KeyCursor keep(Deque<Key> remaining, Document query, @Nullable Document fields) {
        KeyCursor cursor = new KeyCursor(
                cursorRegistry.generateCursorId(), remaining, key -> read(key, query), batch -> project(batch, fields));
        cursorRegistry.add(cursor);
        return cursor;
    }

    private Optional<Search.Match> read(Key key, Document query) {
        return Optional.ofNullable(documents.get(key))
                .map(bytes -> new Search.Match(key, Bson.decode(bytes), bytes.length))
                .filter(match -> new DefaultQueryMatcher().matches(match.document(), query));
    }

    private List<Document> project(List<Document> found, @Nullable Document fields) {
        return matchDocumentsFromStream(new Document(), found.stream(), 0, 0, 0, (Comparator<Document>) null, fields)
                .collectDocuments();
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        return queryDocuments(query, orderBy, skip, limit, batchSize, fields);
    }

    /// Registers an index; one that is new is filled first, and leaves nothing behind when that fails.
    @Override
    public synchronized void addIndex(Index<Key> index) {
        if (index instanceof SortedIndex sorted && sorted.isNew()) {
            fill(sorted);
        }
        getIndexes().add(index);
    }

    private void fill(SortedIndex index) {
        try {
            streamAllDocumentsWithPosition().forEach(each -> {
                index.checkAdd(each.getDocument(), this);
                index.add(each.getDocument(), each.getPosition(), this);
            });
        } catch (MongoServerError e) {
            index.drop();
            throw new IndexBuildFailedException(e, this);
        }
    }

    @Override
    public synchronized void dropIndex(String indexName) {
        super.dropIndex(indexName);
    }

    @Override
    protected Key addDocumentInternal(Document document) {
        Key key = getIdField() == null ? nextKey() : Key.of(document.get(getIdField()));
        if (getIdField() != null && !KeyEncoder.sortsExactly(document.get(getIdField()))) {
            file.markUnsorted(documents);
        }
        documents.put(key, Bson.encode(document));
        return key;
    }

    /// Keeps documents without ids in the order they came in.
    private Key nextKey() {
        Key last = documents.lastKey();
        return Key.of(last == null ? 1L : KeyEncoder.longOf(last) + 1);
    }

    @Override
    protected void handleUpdate(Key position, Document oldDocument, Document newDocument) {
        documents.put(position, Bson.encode(newDocument));
    }

    @Override
    protected void removeDocument(Key position) {
        documents.remove(position);
    }

    @Override
    protected Document getDocument(Key position) {
        return Bson.decode(Objects.requireNonNull(documents.get(position)));
    }

    @Override
    protected Stream<DocumentWithPosition<Key>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream()
                .map(entry -> new DocumentWithPosition<>(Bson.decode(entry.getValue()), entry.getKey()));
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int sizeDelta) {}

    /// Counted when asked for; a running total would be one more page to write with each document.
    @Override
    protected int getDataSize() {
        long bytes = documents.values().stream()
                .mapToLong(document -> document.length)
                .sum();
        return (int) Math.min(bytes, Integer.MAX_VALUE);
    }

    /// Tells also how many documents queries have read so far, which shows whether they use an index.
    @Override
    public Document getStats() {
        return super.getStats().append("documentsExamined", examined.sum());
    }

    @Override
    public synchronized void addDocument(Document document) {
        super.addDocument(document);
    }

    @Override
    public synchronized void removeDocument(Document document) {
        super.removeDocument(document);
    }

    @Override
    public synchronized List<Document> insertDocuments(List<Document> inserted, boolean isOrdered) {
        return super.insertDocuments(inserted, isOrdered);
    }

    @Override
    public synchronized Document updateDocuments(
            Document selector,
            Document update,
            ArrayFilters arrayFilters,
            boolean isMulti,
            boolean isUpsert,
            Oplog oplog) {
        return super.updateDocuments(selector, update, arrayFilters, isMulti, isUpsert, oplog);
    }

    @Override
    public synchronized int deleteDocuments(Document selector, int limit, Oplog oplog) {
        return super.deleteDocuments(selector, limit, oplog);
    }

    @Override
    public synchronized Document findAndModify(Document query) {
        return super.findAndModify(query);
    }

    @Override
    public synchronized void renameTo(MongoDatabase newDatabase, String newCollectionName) {
        super.renameTo(newDatabase, newCollectionName);
    }
}
