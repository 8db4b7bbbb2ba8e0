package dev.tandem.store;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which documents a query selects: those that the library's matcher does, found sooner. That compares a document with
/// each value of an `$in`, so that to fetch a thousand by their ids takes a million comparisons; here texts are looked
/// up, and whatever is not a text is left to the library.
final class Selection {

    private final Document query;
    private final Document rest = new Document();
    private final Map<List<String>, Set<String>> texts = new HashMap<>();
    private final DefaultQueryMatcher library = new DefaultQueryMatcher();

    Selection(Document query) {
        this.query = query;
        query.forEach((field, wanted) -> {
            Set<String> any = field.startsWith("$") ? null : texts(wanted);
            if (any == null) {
                rest.put(field, wanted);
            } else {
                texts.put(List.of(field.split("\\.", -1)), any);
            }
        });
    }

    /// Null where not only texts are wanted.
    private static @Nullable Set<String> texts(@Nullable Object wanted) {
        return switch (wanted) {
            case String text -> Set.of(text);
            case Document operators
            when operators.size() == 1 && operators.get("$in") instanceof Collection<?> any -> texts(any);
            case null, default -> null;
        };
    }

    private static @Nullable Set<String> texts(Collection<?> any) {
        Set<String> texts = new HashSet<>();
        for (Object each : any) {
            if (!(each instanceof String text)) {
                return null;
            }
            texts.add(text);
        }
        return texts;
    }

    boolean has(Document document) {
        for (Map.Entry<List<String>, Set<String>> wanted : texts.entrySet()) {
            Boolean found = has(document, wanted.getKey(), wanted.getValue());
            if (found == null) {
                return library.matches(document, query);
            }
            if (!found) {
                return false;
            }
        }
        return rest.isEmpty() || library.matches(document, rest);
    }

    /// Null where it is not for texts alone to say.
    private static @Nullable Boolean has(Document document, List<String> path, Set<String> wanted) {
        Object value = document;
        for (String name : path) {
            if (!(value instanceof Document inside)) {
                return null;
            }
            value = inside.get(name);
        }
        return switch (value) {
            case String text -> wanted.contains(text);
            case Collection<?> values
            when values.stream().allMatch(String.class::isInstance) ->
                values.stream().anyMatch(wanted::contains);
            case null, default -> null;
        };
    }
}
