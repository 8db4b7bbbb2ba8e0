package dev.tandem.store;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Says no to what would otherwise be ignored and so give wrong results.
final class Refusals {

    private static final int NOT_SUPPORTED = 115;

    /// Options that change what a command means; the library does not look at them.
    private static final Set<String> OPTIONS = Set.of(
            "tailable",
            "awaitData",
            "min",
            "max",
            "returnKey",
            "showRecordId",
            "let",
            "explain",
            "startTransaction",
            "autocommit",
            "capped",
            "viewOn",
            "validator",
            "timeseries",
            "clusteredIndex",
            "encryptedFields",
            "expireAfterSeconds");

    private Refusals() {}

    static void check(Document query) {
        query.forEach(Refusals::checkOption);
        statements(query, "updates").forEach(Refusals::checkUpdate);
        statements(query, "deletes").forEach(delete -> delete.forEach(Refusals::checkOption));
        if (query.get("update") instanceof Collection) {
            throw pipelineUpdate();
        }
        statements(query, "pipeline").forEach(Refusals::checkStage);
    }

    private static List<Document> statements(Document query, String field) {
        return query.get(field) instanceof Collection<?> all
                ? all.stream().map(each -> (Document) each).toList()
                : List.of();
    }

    private static void checkOption(String option, @Nullable Object value) {
        boolean given = value instanceof Document document ? !document.isEmpty() : Utils.isTrue(value);
        if ((given && OPTIONS.contains(option)) || option.equals("autocommit")) {
            throw refusal("'" + option + "' is not supported by the embedded store");
        }
        if (option.equals("collation") && !isSimple(value)) {
            throw refusal("collations are not supported by the embedded store: store a normalised field to search by");
        }
    }

    private static void checkUpdate(Document update) {
        update.forEach(Refusals::checkOption);
        if (update.get("u") instanceof Collection) {
            throw pipelineUpdate();
        }
    }

    private static void checkStage(Document stage) {
        if (stage.containsKey("$changeStream")) {
            throw refusal("change streams are not supported by the embedded store: poll instead");
        }
    }

    /// Whether it asks for comparing strings by their code units, as the store does anyway.
    static boolean isSimple(@Nullable Object collation) {
        return collation == null || (collation instanceof Document given && "simple".equals(given.get("locale")));
    }

    private static MongoServerError pipelineUpdate() {
        return refusal("updates with an aggregation pipeline are not supported by the embedded store");
    }

    private static MongoServerError refusal(String message) {
        return new MongoServerError(NOT_SUPPORTED, "CommandNotSupported", message);
    }
}
