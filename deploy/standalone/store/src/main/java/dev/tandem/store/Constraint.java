package dev.tandem.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a query demands of one field, as far as keys can tell. The keys it admits include those of every document that
/// matches; the query matcher decides on each of them.
sealed interface Constraint permits Constraint.OneOf, ValueRange {

    /// Whether no document without the field can match.
    boolean needsPresence();

    record OneOf(List<Key> values, boolean needsPresence) implements Constraint {

        boolean single() {
            return values.size() == 1;
        }
    }

    static @Nullable Constraint equalTo(@Nullable Object value) {
        return oneOf(Collections.singletonList(value));
    }

    /// Null when one of the values is matched by more than being equal.
    static @Nullable Constraint oneOf(Collection<?> values) {
        TreeSet<Key> keys = new TreeSet<>();
        boolean needsPresence = true;
        for (Object value : values) {
            if (!matchesOnlyEquals(value)) {
                return null;
            }
            keys.add(Key.of(value));
            needsPresence &= value != null;
        }
        return new OneOf(List.copyOf(keys), needsPresence);
    }

    private static boolean matchesOnlyEquals(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case Document document -> isPlain(document);
            case Collection<?> _, BsonRegularExpression _, BsonJavaScript _, MinKey _, MaxKey _, Missing _ -> false;
            default -> true;
        };
    }

    /// The matcher takes empty documents, nulls and operators within a document for more than themselves.
    private static boolean isPlain(Document document) {
        return !document.isEmpty()
                && document.keySet().stream().noneMatch(name -> name.startsWith("$"))
                && document.values().stream().noneMatch(value -> value == null || value instanceof Collection)
                && document.values().stream().allMatch(Constraint::matchesOnlyEquals);
    }
}
