package dev.tandem.store;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;

/// The file with all documents and indexes, or the same in memory only.
///
/// MVStore's own commits are all turned off: it would commit in the middle of a write when its buffer is full or its
/// timer fires, and after a crash an index would not agree with its documents.
final class StoreFile implements AutoCloseable {

    private static final int CACHE_MIB = 48;
    private static final int PAGE_BYTES = 4 * 1024;
    private static final int COMPACT_BELOW_PERCENT = 50;
    private static final int COMPACT_STEP_BYTES = 1024 * 1024;
    private static final String UNSORTED = "unsorted";

    private final MVStore store;
    private final boolean fsync;
    private final MVMap<String, String> unsorted;

    private StoreFile(MVStore.Builder builder, boolean fsync) {
        this.store = builder.autoCommitDisabled().autoCommitBufferSize(0).open();
        this.fsync = fsync;
        store.setRetentionTime(0);
        this.unsorted = store.openMap(UNSORTED);
    }

    static StoreFile inMemory() {
        return new StoreFile(new MVStore.Builder(), false);
    }

    /// @throws org.h2.mvstore.MVStoreException when another process has the file open, or it cannot be read
    static StoreFile open(Path file, boolean fsync) {
        MVStore.Builder builder = new MVStore.Builder()
                .fileName(file.toString())
                .cacheSize(CACHE_MIB)
                .pageSplitSize(PAGE_BYTES);
        return new StoreFile(builder, fsync);
    }

    MVMap<Key, byte[]> documents(String name) {
        return store.openMap(
                name, new MVMap.Builder<Key, byte[]>().keyType(KeyType.INSTANCE).valueType(ByteArrayDataType.INSTANCE));
    }

    MVMap<Key, Key> entries(String name) {
        return store.openMap(
                name, new MVMap.Builder<Key, Key>().keyType(KeyType.INSTANCE).valueType(KeyType.INSTANCE));
    }

    boolean has(String name) {
        return store.hasMap(name);
    }

    List<String> names(String prefix) {
        return store.getMapNames().stream()
                .filter(name -> name.startsWith(prefix))
                .toList();
    }

    void remove(String name) {
        store.removeMap(name);
        unsorted.remove(name);
    }

    void rename(MVMap<?, ?> map, String name) {
        if (unsorted.remove(map.getName()) != null) {
            unsorted.put(name, "");
        }
        store.renameMap(map, name);
    }

    /// Whether every key of the map sorts as the values it was made of.
    boolean sorted(MVMap<?, ?> map) {
        return !unsorted.containsKey(map.getName());
    }

    void markUnsorted(MVMap<?, ?> map) {
        if (sorted(map)) {
            unsorted.put(map.getName(), "");
        }
    }

    /// Writes all changes so far as one unit. The caller sees to it that no change is half done.
    void commit() {
        store.commit();
    }

    /// Hands what was committed to the disk itself, for the case that the machine and not only the process dies.
    void force() {
        if (fsync) {
            store.sync();
        }
    }

    /// Rewrites a few sparsely filled parts of the file, which commits as well.
    void compact() {
        store.compact(COMPACT_BELOW_PERCENT, COMPACT_STEP_BYTES);
    }

    /// Reads from one state of the maps; what they refer to is not overwritten before the reading is done.
    <T> T reading(Supplier<T> reading) {
        MVStore.TxCounter usage = store.registerVersionUsage();
        try {
            return reading.get();
        } finally {
            store.deregisterVersionUsage(usage);
        }
    }

    long sizeBytes() {
        return store.getFileStore() == null ? 0 : store.getFileStore().size();
    }

    /// Without the compaction that MVStore offers for this: it moves data about, and fails doing so in H2 2.4.240.
    @Override
    public void close() {
        store.close();
    }
}
