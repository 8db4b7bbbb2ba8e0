package dev.tandem.store;

import static de.bwaldvogel.mongo.backend.Constants.ID_FIELD;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/// An index on other fields than `_id`: a sorted map of the fields' values, followed by the id unless they are unique.
final class SortedIndex extends PlannedIndex {

    private final StoreFile file;
    private final MVMap<Key, Key> entries;
    private final boolean unique;
    private final boolean isNew;
    private final List<IndexEntries.Path> split;

    SortedIndex(StoreFile file, MVMap<Key, Key> entries, String name, List<IndexKey> keys, Traits traits) {
        super(name, keys, traits.sparse());
        this.file = file;
        this.entries = entries;
        this.unique = traits.unique();
        this.isNew = traits.isNew();
        this.split = keys().stream().map(IndexEntries.Path::of).toList();
    }

    /// @param isNew whether the documents there are have yet to be indexed
    record Traits(boolean unique, boolean sparse, boolean isNew) {}

    boolean isNew() {
        return isNew;
    }

    MVMap<Key, Key> entries() {
        return entries;
    }

    List<String> paths() {
        return keys();
    }

    boolean skipsAbsent() {
        return isSparse();
    }

    /// Whether the entries stand in the order a sort by the fields would give.
    boolean sorted() {
        return file.sorted(entries);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Key> collection) {
        requireFree(document, null, collection);
    }

    @Override
    public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<Key> collection) {
        requireFree(newDocument, idOf(oldDocument), collection);
    }

    /// Also finds out, before anything is changed, that a document cannot be indexed at all.
    private void requireFree(Document document, @Nullable Key owner, MongoCollection<Key> collection) {
        for (Key key : keysOf(document)) {
            Key holder = unique ? entries.get(key) : null;
            if (holder != null && !holder.equals(owner)) {
                throw new DuplicateKeyError(this, collection, getKeys(), valuesOf(document));
            }
        }
    }

    @Override
    public void add(Document document, Key position, MongoCollection<Key> collection) {
        IndexEntries found = entriesOf(document);
        keysOf(found).forEach(key -> put(key, position));
        markUnlessSorted(found);
    }

    @Override
    public Key remove(Document document) {
        Key position = idOf(document);
        keysOf(document).forEach(key -> entries.remove(entryKey(key, position)));
        return position;
    }

    @Override
    public void updateInPlace(
            Document oldDocument, Document newDocument, Key position, MongoCollection<Key> collection) {
        Set<Key> before = keysOf(oldDocument);
        IndexEntries found = entriesOf(newDocument);
        Set<Key> current = keysOf(found);
        if (!before.equals(current)) {
            Set<Key> outdated = new HashSet<>(before);
            outdated.removeAll(current);
            outdated.forEach(key -> entries.remove(entryKey(key, position)));
            current.forEach(key -> put(key, position));
        }
        markUnlessSorted(found);
    }

    private void put(Key key, Key position) {
        entries.putIfAbsent(entryKey(key, position), position);
    }

    private Key entryKey(Key key, Key position) {
        return unique ? key : key.plus(position);
    }

    private IndexEntries entriesOf(Document document) {
        return IndexEntries.of(split, document);
    }

    private Set<Key> keysOf(Document document) {
        return keysOf(entriesOf(document));
    }

    private Set<Key> keysOf(IndexEntries found) {
        return isSparse() && !found.present() ? Set.of() : found.keys();
    }

    private void markUnlessSorted(IndexEntries found) {
        if (!found.sortable()) {
            file.markUnsorted(entries);
        }
    }

    private KeyValue valuesOf(Document document) {
        return new KeyValue(paths().stream()
                .map(path -> Utils.getSubdocumentValueCollectionAware(document, path))
                .map(value -> value instanceof Missing ? null : value)
                .toArray());
    }

    private static Key idOf(Document document) {
        return Key.of(document.get(ID_FIELD));
    }

    /// No entry is looked up for this: a document's position is the key of its id.
    @Override
    public @Nullable Key getPosition(Document document) {
        return null;
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    @Override
    public long getCount() {
        return entries.sizeAsLong();
    }

    @Override
    public void drop() {
        file.remove(entries.getName());
    }
}
