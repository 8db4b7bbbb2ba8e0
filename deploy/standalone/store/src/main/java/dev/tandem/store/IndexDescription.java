package dev.tandem.store;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An index as a client asks for it. One that would not do what was asked is refused: silently ignoring a filter or a
/// lifetime would break the client's own promises later.
record IndexDescription(String name, Document key, boolean unique, boolean sparse) {

    private static final Set<String> KNOWN =
            Set.of("name", "key", "unique", "sparse", "v", "ns", "background", "hidden");

    static IndexDescription of(Document wanted) {
        for (String option : wanted.keySet()) {
            requireKnown(option, wanted.get(option));
        }
        Document key = Fields.required(wanted, "key", Document.class);
        key.forEach(IndexDescription::requirePlain);
        return new IndexDescription(
                Fields.required(wanted, "name", String.class),
                key,
                Utils.isTrue(wanted.get("unique")),
                Utils.isTrue(wanted.get("sparse")));
    }

    private static void requireKnown(String option, Object value) {
        boolean simpleCollation = option.equals("collation") && Refusals.isSimple(value);
        if (!KNOWN.contains(option) && !simpleCollation) {
            throw refusal("index option '" + option + "' is not supported by the embedded store");
        }
    }

    private static void requirePlain(String field, @Nullable Object direction) {
        if (!(direction instanceof Number) || field.contains("$**") || field.isEmpty()) {
            throw refusal("an index on { " + field + ": " + direction
                    + " } is not supported by the embedded store: only ascending (1) and descending (-1) fields are");
        }
    }

    private static MongoServerError refusal(String message) {
        return new MongoServerError(67, "CannotCreateIndex", message);
    }

    /// Whether this very index is there; one that differs under the same name, or only in its name, is an error.
    boolean isIn(Index<Key> existing) {
        Document there = existing.toIndexDescription();
        boolean sameName = existing.getName().equals(name);
        boolean sameKey = sameKeys(keyOf(existing), key);
        boolean same = sameKey
                && (existing.isUnique() == unique || sameIdIndex(existing))
                && Utils.isTrue(there.get("sparse")) == sparse;
        if (sameName && !same) {
            throw new MongoServerError(86, "IndexKeySpecsConflict", "another index is named '" + name + "' already");
        }
        if (!sameName && sameKey) {
            throw new MongoServerError(
                    85, "IndexOptionsConflict", "the same fields are indexed as '" + existing.getName() + "' already");
        }
        return sameName;
    }

    private static boolean sameIdIndex(Index<Key> existing) {
        return existing instanceof IdIndex;
    }

    private static Document keyOf(Index<Key> index) {
        return Fields.required(index.toIndexDescription(), "key", Document.class);
    }

    private static boolean sameKeys(Document left, Document right) {
        return Key.of(left).equals(Key.of(right));
    }

    /// Whether a command means this index by its name, its fields, or `*`.
    static boolean isMeant(Index<Key> index, @Nullable Object wanted) {
        return switch (wanted) {
            case String name -> name.equals("*") || name.equals(index.getName());
            case Document key -> sameKeys(keyOf(index), key);
            case Collection<?> names -> names.contains(index.getName());
            case null, default -> false;
        };
    }

    Document toDocument(String namespace) {
        Document description = new Document("v", 2).append("key", key).append("name", name);
        if (unique) {
            description.append("unique", true);
        }
        if (sparse) {
            description.append("sparse", true);
        }
        return description.append("ns", namespace);
    }
}
