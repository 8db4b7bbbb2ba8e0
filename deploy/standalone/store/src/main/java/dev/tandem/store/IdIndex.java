package dev.tandem.store;

import static de.bwaldvogel.mongo.backend.Constants.ID_FIELD;
import static de.bwaldvogel.mongo.backend.Constants.PRIMARY_KEY_INDEX_NAME;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.List;
import org.h2.mvstore.MVMap;

/// The index on `_id`, which is the map of the documents itself and so needs no entries of its own.
final class IdIndex extends PlannedIndex {

    private final MVMap<Key, byte[]> documents;

    IdIndex(MVMap<Key, byte[]> documents) {
        super(PRIMARY_KEY_INDEX_NAME, List.of(new IndexKey(ID_FIELD, true)), false);
        this.documents = documents;
    }

    @Override
    public Key getPosition(Document document) {
        return Key.of(document.get(ID_FIELD));
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Key> collection) {
        if (documents.containsKey(getPosition(document))) {
            throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(document.get(ID_FIELD)));
        }
        Bson.requireStorable(document);
    }

    @Override
    public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<Key> collection) {
        Bson.requireStorable(newDocument);
    }

    @Override
    public void add(Document document, Key position, MongoCollection<Key> collection) {}

    @Override
    public void updateInPlace(
            Document oldDocument, Document newDocument, Key position, MongoCollection<Key> collection) {}

    @Override
    public Key remove(Document document) {
        return getPosition(document);
    }

    @Override
    public boolean isUnique() {
        return true;
    }

    @Override
    public long getCount() {
        return documents.sizeAsLong();
    }

    @Override
    public void drop() {}
}
