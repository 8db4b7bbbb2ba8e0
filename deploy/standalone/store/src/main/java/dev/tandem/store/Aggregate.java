package dev.tandem.store;

import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/// Aggregations: the library reads the whole collection for each, and answers with the whole result in one reply.
final class Aggregate {

    /// What the pipeline drops anyway, for the first collection that is read.
    private static final ScopedValue<AtomicReference<Document>> FIRST_MATCH = ScopedValue.newInstance();

    private Aggregate() {}

    static Document run(Document query, Statements.Command library, CursorRegistry cursors) {
        AtomicReference<Document> match = new AtomicReference<>(firstMatch(query));
        Document response = ScopedValue.where(FIRST_MATCH, match).call(() -> library.run(query));
        return inBatches(query, response, cursors);
    }

    /// What to read of a collection that is read as a whole.
    static Document filter() {
        return FIRST_MATCH.isBound() ? FIRST_MATCH.get().getAndSet(new Document()) : new Document();
    }

    private static Document firstMatch(Document query) {
        return query.get("pipeline") instanceof List<?> stages
                        && !stages.isEmpty()
                        && stages.getFirst() instanceof Document stage
                        && stage.get("$match") instanceof Document match
                ? match
                : new Document();
    }

    private static Document inBatches(Document query, Document response, CursorRegistry cursors) {
        Document cursor = Fields.required(response, "cursor", Document.class);
        List<?> all = Fields.required(cursor, "firstBatch", List.class);
        int size = batchSize(query);
        if (all.size() > size) {
            RemainingCursor<Document> rest =
                    new RemainingCursor<>(cursors.generateCursorId(), documents(all), Aggregate::sized, Stream::toList);
            cursor.put("firstBatch", rest.takeDocuments(size));
            if (!rest.isEmpty()) {
                cursors.add(rest);
                cursor.put("id", rest.getId());
            }
        }
        return response;
    }

    private static int batchSize(Document query) {
        return query.get("cursor") instanceof Document cursor
                        && cursor.get("batchSize") instanceof Number number
                        && number.intValue() > 0
                ? number.intValue()
                : RemainingCursor.DEFAULT_BATCH;
    }

    private static List<Document> documents(List<?> all) {
        return all.stream().map(each -> (Document) each).toList();
    }

    private static Optional<Search.Read> sized(Document document) {
        return Optional.of(new Search.Read(document, Bson.encode(document).length));
    }
}
