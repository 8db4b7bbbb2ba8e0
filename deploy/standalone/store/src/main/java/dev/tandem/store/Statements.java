package dev.tandem.store;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Write commands that carry several statements. The library goes on after an error in an ordered command, gives up on
/// the first failing delete, and counts refused inserts as inserted; here each statement is run on its own.
final class Statements {

    interface Command {
        Document run(Document query);
    }

    private static final int INTERNAL_ERROR = 1;

    private final Command library;
    private final List<Document> upserted = new ArrayList<>();
    private final List<Document> errors = new ArrayList<>();
    private int matched;
    private int modified;

    private Statements(Command library) {
        this.library = library;
    }

    static Document insert(Document query, Command library) {
        Document response = library.run(query);
        List<?> errors = (List<?>) response.getOrDefault("writeErrors", List.of());
        if (!errors.isEmpty()) {
            int sent = Fields.required(query, "documents", Collection.class).size();
            int firstError = Fields.required((Document) errors.getFirst(), "index", Integer.class);
            response.put("n", isOrdered(query) ? firstError : sent - errors.size());
        }
        return response;
    }

    static Document update(Document query, Command library) {
        Statements statements = new Statements(library);
        statements.run(query, "updates");
        Document response = statements.response().append("nModified", statements.modified);
        if (!statements.upserted.isEmpty()) {
            response.append("upserted", statements.upserted);
        }
        return response;
    }

    static Document delete(Document query, Command library) {
        Statements statements = new Statements(library);
        statements.run(query, "deletes");
        return statements.response();
    }

    private static boolean isOrdered(Document query) {
        return Utils.isTrue(query.getOrDefault("ordered", true));
    }

    private void run(Document query, String field) {
        List<?> all = Fields.required(query, field, List.class);
        for (int i = 0; i < all.size() && (errors.isEmpty() || !isOrdered(query)); i++) {
            Document single = query.clone();
            single.put(field, List.of(all.get(i)));
            runOne(single, i);
        }
    }

    private void runOne(Document single, int index) {
        try {
            add(library.run(single), index);
        } catch (MongoServerException e) {
            errors.add(error(e, index));
        }
    }

    private void add(Document response, int index) {
        matched += Fields.required(response, "n", Integer.class);
        modified += (int) response.getOrDefault("nModified", 0);
        upserted.addAll(numbered(response, "upserted", index));
        errors.addAll(numbered(response, "writeErrors", index));
    }

    private static List<Document> numbered(Document response, String field, int index) {
        Collection<?> found = (Collection<?>) response.getOrDefault(field, List.of());
        return found.stream()
                .map(each -> (Document) each)
                .peek(each -> each.put("index", index))
                .toList();
    }

    private static Document error(MongoServerException e, int index) {
        int code = e instanceof MongoServerError error ? error.getCode() : INTERNAL_ERROR;
        return new Document("index", index).append("code", code).append("errmsg", e.getMessageWithoutErrorCode());
    }

    private Document response() {
        Document response = new Document("n", matched);
        if (!errors.isEmpty()) {
            response.append("writeErrors", errors);
        }
        Utils.markOkay(response);
        return response;
    }
}
