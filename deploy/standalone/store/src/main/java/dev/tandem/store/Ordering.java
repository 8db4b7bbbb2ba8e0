package dev.tandem.store;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The order that a query asks for, possibly none.
///
/// Values are compared by their keys, so that sorting and going along an index give the same order. (The library's own
/// comparator contradicts itself on mixed types, and Java's sort then gives up.)
record Ordering(List<Field> fields) {

    record Field(String path, boolean ascending) {}

    /// What is sorted by. Only decimals can differ while their keys are equal.
    record Value(Key key, @Nullable Decimal128 decimal) {}

    private static final Comparator<Value> BY_VALUE = Comparator.comparing(Value::key)
            .thenComparing(Value::decimal, Comparator.nullsFirst(Decimal128::compareTo));

    /// @param natural the field in whose order documents lie, which `$natural` stands for
    static Ordering of(@Nullable Document sort, String natural) {
        return new Ordering(
                sort == null
                        ? List.of()
                        : sort.entrySet().stream()
                                .map(entry -> field(entry, natural))
                                .toList());
    }

    private static Field field(Map.Entry<String, Object> entry, String natural) {
        if (!(entry.getValue() instanceof Number direction)) {
            throw new MongoServerError(2, "BadValue", "cannot sort by " + entry.getKey() + ": give 1 or -1");
        }
        return new Field(entry.getKey().equals("$natural") ? natural : entry.getKey(), direction.intValue() > 0);
    }

    boolean isNone() {
        return fields.isEmpty();
    }

    /// What has to be kept of a document to sort it.
    List<Value> valuesOf(Document document) {
        return fields.stream().map(field -> valueOf(document, field)).toList();
    }

    int compare(List<Value> left, List<Value> right) {
        int order = 0;
        for (int i = 0; i < left.size() && order == 0; i++) {
            order = comparator(fields.get(i)).compare(left.get(i), right.get(i));
        }
        return order;
    }

    private static Comparator<Value> comparator(Field field) {
        return field.ascending() ? BY_VALUE : BY_VALUE.reversed();
    }

    /// Of an array, its least element when ascending and its greatest when descending; an empty one comes before null.
    private static Value valueOf(Document document, Field field) {
        Object value = Utils.getSubdocumentValueCollectionAware(document, field.path());
        Stream<?> values = value instanceof Collection<?> array ? array.stream() : Stream.ofNullable(value);
        Value none = new Value(value == null ? Key.of(null) : KeyEncoder.emptyArray(), null);
        return values.map(Ordering::value).min(comparator(field)).orElse(none);
    }

    private static Value value(@Nullable Object value) {
        return new Value(Key.of(value), value instanceof Decimal128 decimal ? decimal : null);
    }
}
