package dev.tandem.store;

import static de.bwaldvogel.mongo.backend.Constants.ID_FIELD;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexBuildFailedException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The changing side of a collection: one change at a time.
final class StoredCollection extends SearchedCollection {

    StoredCollection(
            MongoDatabase database, String name, CollectionOptions options, StoreFile file, CursorRegistry cursors) {
        super(database, name, options, file, cursors);
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

    @Override
    public synchronized Document updateDocuments(
            Document selector,
            Document update,
            ArrayFilters arrayFilters,
            boolean isMulti,
            boolean isUpsert,
            Oplog oplog) {
        List<Document> found = Positional.isUsedIn(update) ? find(selector, null, isMulti ? 0 : 1) : List.of();
        if (found.isEmpty()) {
            return super.updateDocuments(selector, update, arrayFilters, isMulti, isUpsert, oplog);
        }
        int modified = 0;
        for (Document document : found) {
            Positional positional = new Positional(selector, document);
            Document one = super.updateDocuments(
                    positional.queryForThis(ID_FIELD), positional.resolve(update), arrayFilters, false, false, oplog);
            modified += Fields.required(one, "nModified", Integer.class);
        }
        return new Document("n", found.size()).append("nModified", modified);
    }

    @Override
    public synchronized Document findAndModify(Document command) {
        if (Positional.isUsedIn(command.get("update"))) {
            Document query = Fields.required(command, "query", Document.class);
            for (Document document : find(query, (Document) command.get("sort"), 1)) {
                Positional positional = new Positional(query, document);
                command.put("query", positional.queryForThis(ID_FIELD));
                command.put("update", positional.resolve(Fields.required(command, "update", Document.class)));
            }
        }
        return super.findAndModify(command);
    }

    private List<Document> find(Document query, @Nullable Document sort, int limit) {
        List<Document> found = new ArrayList<>();
        queryDocuments(query, sort, 0, limit, 0, null).forEach(found::add);
        return found;
    }
}
