package dev.tandem.store;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// What is still to be sent of a query's result, in batches that are not too large for a reply.
///
/// @param <T> what is kept of a document until its batch is asked for
final class RemainingCursor<T> extends AbstractCursor {

    static final int MAX_BATCH_BYTES = Bson.MAX_DOCUMENT_BYTES;
    static final int DEFAULT_BATCH = 1_000;

    private final Deque<T> remaining;
    private final Function<T, Optional<Search.Read>> reading;
    private final Function<Stream<Document>, List<Document>> projection;

    /// @param reading gives the document, or nothing if by then it has gone
    RemainingCursor(
            long id,
            List<T> remaining,
            Function<T, Optional<Search.Read>> reading,
            Function<Stream<Document>, List<Document>> projection) {
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
            Optional<Search.Read> match = reading.apply(remaining.remove());
            bytes += match.map(Search.Read::bytes).orElse(0);
            match.map(Search.Read::document).ifPresent(batch::add);
        }
        return projection.apply(batch.stream());
    }
}
