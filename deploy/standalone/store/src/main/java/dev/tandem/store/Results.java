package dev.tandem.store;

import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;

/// Hands out what one query found: all of it within the command, or a first batch and a cursor.
///
/// @param documents where later batches are read, each document when its turn comes
/// @param projection what the query wants of each document
record Results(
        Selection selection,
        MVMap<Key, byte[]> documents,
        CursorRegistry cursors,
        Function<Stream<Document>, List<Document>> projection) {

    /// Read only as far as it is iterated, so that changing one document does not read all that match.
    static QueryResult whole(Iterator<Search.Match> found) {
        return new QueryResult(() -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                return found.hasNext();
            }

            @Override
            public Document next() {
                return found.next().document();
            }
        });
    }

    QueryResult projected(Stream<Search.Match> found) {
        return new QueryResult(projection.apply(found.map(Search.Match::document)));
    }

    QueryResult firstBatch(Iterator<Search.Match> found, int batchSize) {
        List<Document> batch = new ArrayList<>();
        int bytes = 0;
        while (batch.size() < batchSize && bytes < RemainingCursor.MAX_BATCH_BYTES && found.hasNext()) {
            Search.Read read = found.next().read();
            bytes += read.bytes();
            batch.add(read.document());
        }
        List<Key> remaining = new ArrayList<>();
        found.forEachRemaining(match -> remaining.add(match.key()));
        List<Document> projected = projection.apply(batch.stream());
        return remaining.isEmpty() ? new QueryResult(projected) : new QueryResult(projected, cursor(remaining));
    }

    private RemainingCursor<Key> cursor(List<Key> remaining) {
        RemainingCursor<Key> cursor =
                new RemainingCursor<>(cursors.generateCursorId(), remaining, this::read, projection);
        cursors.add(cursor);
        return cursor;
    }

    private Optional<Search.Read> read(Key key) {
        return Optional.ofNullable(documents.get(key))
                .map(bytes -> new Search.Read(Bson.decode(bytes), bytes.length))
                .filter(read -> selection.has(read.document()));
    }
}
