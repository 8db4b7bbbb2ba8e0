package dev.tandem.store;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What is still to be fetched of a query's result: where the documents are, not the documents.
///
/// Each is read when its batch is asked for, and left out if it has gone or no longer matches by then.
final class KeyCursor extends AbstractCursor {

    static final int MAX_BATCH_BYTES = Bson.MAX_DOCUMENT_BYTES;

    private static final int DEFAULT_BATCH = 1_000;

    private final Deque<Key> remaining;
    private final Function<Key, Optional<Search.Match>> reading;
    private final Function<List<Document>, List<Document>> projection;

    KeyCursor(
            long id,
            Deque<Key> remaining,
            Function<Key, Optional<Search.Match>> reading,
            Function<List<Document>, List<Document>> projection) {
        super(id);
        this.remaining = new ArrayDeque<>(remaining);
        this.reading = reading;
        this.projection = projection;
    }

    @Override
    public synchronized boolean isEmpty() {
        return remaining.isEmpty();
    }

    @Override
    public synchronized List<Document> takeDocuments(int wanted) {
        int count = wanted > 0 ? wanted : DEFAULT_BATCH;
        int bytes = 0;
        List<Document> batch = new ArrayList<>();
        while (batch.size() < count && bytes < MAX_BATCH_BYTES && !remaining.isEmpty()) {
            Optional<Search.Match> match = reading.apply(remaining.remove());
            bytes += match.map(Search.Match::bytes).orElse(0);
            match.map(Search.Match::document).ifPresent(batch::add);
        }
        return projection.apply(batch);
    }
}
