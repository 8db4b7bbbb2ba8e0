package dev.tandem.store;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The element that `$` in an update's path stands for: the first that the query is about.
///
/// The library finds it for equality, but not for `$elemMatch`. What is not found here either is left for it to refuse.
record Positional(Document query, Document document) {

    private static final String MARK = ".$";

    static boolean isUsedIn(@Nullable Object update) {
        return update instanceof Document operators
                && operators.values().stream()
                        .anyMatch(fields -> fields instanceof Document changes
                                && changes.keySet().stream().anyMatch(Positional::isMarked));
    }

    private static boolean isMarked(String path) {
        return path.endsWith(MARK) || path.contains(MARK + ".");
    }

    /// The query, narrowed down to this document.
    Document queryForThis(String idField) {
        return new Document("$and", List.of(new Document(idField, document.get(idField)), query));
    }

    /// The update, with the element's number for the mark.
    Document resolve(Document update) {
        Document resolved = update.clone();
        resolved.replaceAll((_, fields) -> fields instanceof Document changes ? resolveAll(changes) : fields);
        return resolved;
    }

    private Document resolveAll(Document changes) {
        Document resolved = new Document();
        changes.forEach((path, value) -> resolved.put(isMarked(path) ? resolvePath(path) : path, value));
        return resolved;
    }

    private String resolvePath(String path) {
        String array = path.substring(0, path.indexOf(MARK));
        List<?> elements = Utils.getSubdocumentValue(document, array) instanceof List<?> list ? list : List.of();
        return conditionsOn(array, query).stream()
                .flatMap(condition -> positions(array, elements, condition).boxed())
                .findFirst()
                .map(position -> array + "." + position + path.substring(array.length() + MARK.length()))
                .orElse(path);
    }

    private static IntStream positions(String array, List<?> elements, Document condition) {
        return IntStream.range(0, elements.size()).filter(i -> {
            Document only = new Document();
            Utils.changeSubdocumentValue(only, array, new ArrayList<>(elements.subList(i, i + 1)));
            return new DefaultQueryMatcher().matches(only, condition);
        });
    }

    private static List<Document> conditionsOn(String array, Document query) {
        List<Document> conditions = new ArrayList<>();
        for (Map.Entry<String, Object> each : query.entrySet()) {
            if (each.getKey().equals("$and") && each.getValue() instanceof Collection<?> parts) {
                parts.forEach(part -> conditions.addAll(conditionsOn(array, (Document) part)));
            } else if (each.getKey().equals(array) || each.getKey().startsWith(array + ".")) {
                conditions.add(new Document(each.getKey(), each.getValue()));
            }
        }
        return conditions;
    }
}
