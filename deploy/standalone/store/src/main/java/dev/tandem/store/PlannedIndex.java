package dev.tandem.store;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/// An index that the library keeps up to date but does not choose: which one serves a query is the [Planner]'s
/// decision.
abstract class PlannedIndex extends Index<Key> {

    PlannedIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
    }

    @Override
    public final boolean canHandle(Document query) {
        return false;
    }

    @Override
    public final Iterable<Key> getPositions(Document query) {
        throw new IllegalStateException("the library looked into " + getName() + ", which only the planner does");
    }

    @Override
    public final long getDataSize() {
        return getCount();
    }
}
