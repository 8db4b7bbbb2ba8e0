package dev.tandem.store;

import static de.bwaldvogel.mongo.backend.Constants.PRIMARY_KEY_INDEX_NAME;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexNotFoundException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Optional;

/// A database whose collections and indexes lie in the store's file.
final class StoredDatabase extends AbstractSynchronizedMongoDatabase<Key> {

    private static final int FIRST_BATCH = 101;

    private final StoreFile file;

    StoredDatabase(String name, StoreFile file, CursorRegistry cursors) {
        super(name, cursors);
        this.file = file;
        initializeNamespacesAndIndexes();
    }

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        Statements.Command library = single -> super.handleCommand(channel, command, single, databases, oplog);
        return switch (command) {
            case "find" -> {
                query.putIfAbsent("batchSize", FIRST_BATCH);
                yield library.run(query);
            }
            case "insert" -> Statements.insert(query, library);
            case "update" -> Statements.update(query, library);
            case "delete" -> Statements.delete(query, library);
            case "aggregate" -> counted(query).orElseGet(() -> Aggregate.run(query, library, cursorRegistry));
            case "dropIndexes" -> dropIndexes(query);
            default -> library.run(query);
        };
    }

    private Optional<Document> counted(Document query) {
        return CoveredCount.of(query)
                .filter(_ -> query.get("aggregate") instanceof String)
                .flatMap(count -> counted(Fields.required(query, "aggregate", String.class), count));
    }

    private Optional<Document> counted(String name, CoveredCount count) {
        return resolveCollection(name, false) instanceof StoredCollection collection
                ? collection.count(count).stream()
                        .mapToObj(found -> count.answer(collection.getFullName(), found))
                        .findFirst()
                : Optional.empty();
    }

    @Override
    protected MongoCollection<Key> openOrCreateCollection(String name, CollectionOptions options) {
        return new StoredCollection(this, name, options, file, cursorRegistry);
    }

    @Override
    public synchronized MongoCollection<Key> createCollectionOrThrowIfExists(String name, CollectionOptions options) {
        return super.createCollectionOrThrowIfExists(name, options);
    }

    @Override
    protected Index<Key> openOrCreateUniqueIndex(String collection, String name, List<IndexKey> keys, boolean sparse) {
        return name.equals(PRIMARY_KEY_INDEX_NAME)
                ? new IdIndex(file.documents(MapNames.documents(databaseName, collection)))
                : index(collection, name, keys, true, sparse);
    }

    @Override
    protected Index<Key> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return index(collection, name, keys, false, sparse);
    }

    private Index<Key> index(String collection, String name, List<IndexKey> keys, boolean unique, boolean sparse) {
        String mapName = MapNames.index(databaseName, collection, name);
        SortedIndex.Traits traits = new SortedIndex.Traits(unique, sparse, !file.has(mapName));
        return new SortedIndex(file, file.entries(mapName), name, keys, traits);
    }

    /// Does nothing when the very same index is there already.
    @Override
    protected synchronized void addIndex(Document description) {
        IndexDescription wanted = IndexDescription.of(description);
        MongoCollection<Key> collection = resolveOrCreateCollection(collectionOf(description));
        if (collection.getIndexes().stream().noneMatch(wanted::isIn)) {
            super.addIndex(wanted.toDocument(collection.getFullName()));
        }
    }

    private String collectionOf(Document description) {
        return Utils.getCollectionNameFromFullName(Fields.required(description, "ns", String.class));
    }

    /// The library's own would drop an index of the same name of other collections along with it.
    private Document dropIndexes(Document query) {
        MongoCollection<Key> collection = resolveCollection(Fields.required(query, "dropIndexes", String.class), false);
        if (collection == null) {
            throw new MongoServerError(26, "NamespaceNotFound", "ns not found");
        }
        Object wanted = query.get("index");
        List<String> dropped = collection.getIndexes().stream()
                .filter(index -> !index.getName().equals(PRIMARY_KEY_INDEX_NAME))
                .filter(index -> IndexDescription.isMeant(index, wanted))
                .map(Index::getName)
                .toList();
        if (dropped.isEmpty() && !"*".equals(wanted)) {
            throw new IndexNotFoundException("index not found: " + wanted);
        }
        dropped.forEach(name -> dropIndex(collection, name));
        Document response = new Document();
        Utils.markOkay(response);
        return response;
    }

    @Override
    protected void dropIndex(MongoCollection<Key> collection, String name) {
        super.dropIndex(collection, name);
        indexes.get().deleteDocuments(new Document("ns", collection.getFullName()).append("name", name), 0);
    }

    @Override
    public void dropCollection(String name, Oplog oplog) {
        super.dropCollection(name, oplog);
        file.remove(MapNames.documents(databaseName, name));
    }

    @Override
    public void moveCollection(MongoDatabase oldDatabase, MongoCollection<?> collection, String newName) {
        StoredCollection moved = (StoredCollection) collection;
        super.moveCollection(oldDatabase, collection, newName);
        file.rename(moved.documents(), MapNames.documents(databaseName, newName));
        moved.getIndexes().stream()
                .filter(SortedIndex.class::isInstance)
                .map(SortedIndex.class::cast)
                .forEach(index -> file.rename(index.entries(), MapNames.index(databaseName, newName, index.getName())));
    }

    @Override
    protected long getStorageSize() {
        return file.sizeBytes();
    }

    @Override
    protected long getFileSize() {
        return getStorageSize();
    }
}
