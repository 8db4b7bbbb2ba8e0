package dev.tandem.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a command may do to the data.
enum Access {
    READ,
    READ_ANY,
    CHANGE,
    CHANGE_ALONE;

    private static final Set<String> CHANGES = Set.of("insert", "update", "delete", "findandmodify");
    private static final Set<String> SCHEMA_CHANGES =
            Set.of("create", "drop", "dropdatabase", "createindexes", "dropindexes", "renamecollection");
    private static final Set<String> WRITING_STAGES = Set.of("$out", "$merge");

    static Access of(String command, Document query) {
        String name = command.toLowerCase(Locale.ROOT);
        if (CHANGES.contains(name)) {
            return CHANGE;
        }
        if (SCHEMA_CHANGES.contains(name)) {
            return CHANGE_ALONE;
        }
        return name.equals("aggregate") ? ofAggregate(query) : READ;
    }

    private static Access ofAggregate(Document query) {
        List<?> stages = query.get("pipeline") instanceof List<?> pipeline ? pipeline : List.of();
        return stages.stream().anyMatch(Access::writes) ? CHANGE_ALONE : READ_ANY;
    }

    private static boolean writes(Object stage) {
        return stage instanceof Document document && WRITING_STAGES.stream().anyMatch(document::containsKey);
    }

    /// The collection a command is about.
    static String namespace(String database, String command, Document query) {
        Object collection = command.equals("getMore") ? query.get("collection") : query.get(command);
        return database + "." + collection;
    }
}
