package dev.tandem.store;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a query demands of its fields, `$and` and `$elemMatch` looked into. What is not understood here (`$or`, `$not`,
/// `$exists`, …) is left to the query matcher.
final class Constraints {

    private final Map<String, List<Constraint>> byPath = new HashMap<>();

    Constraints(Document query) {
        addAll("", query);
    }

    /// The narrowest demand on a field; several ranges count together only where one value must satisfy them all.
    @Nullable
    Constraint on(String path, boolean oneValueOnly) {
        List<Constraint> found = byPath.getOrDefault(path, List.of());
        return found.stream()
                .reduce((one, two) -> narrower(one, two, oneValueOnly))
                .orElse(null);
    }

    private static Constraint narrower(Constraint one, Constraint two, boolean oneValueOnly) {
        return switch (one) {
            case Constraint.OneOf values ->
                two instanceof Constraint.OneOf others
                                && others.values().size() < values.values().size()
                        ? others
                        : values;
            case ValueRange range ->
                switch (two) {
                    case Constraint.OneOf values -> values;
                    case ValueRange other -> oneValueOnly && range.isOfTypeOf(other) ? range.and(other) : range;
                };
        };
    }

    private void addAll(String prefix, Document query) {
        query.forEach((name, value) -> {
            if (name.equals("$and") && value instanceof Collection<?> parts) {
                parts.forEach(part -> addPart(prefix, part));
            } else if (!name.startsWith("$")) {
                addField(prefix + name, value);
            }
        });
    }

    private void addPart(String prefix, @Nullable Object part) {
        if (part instanceof Document query) {
            addAll(prefix, query);
        }
    }

    private void addField(String path, @Nullable Object value) {
        if (value instanceof Document operators && operators.keySet().stream().anyMatch(op -> op.startsWith("$"))) {
            addOperators(path, operators);
        } else if (!BsonRegularExpression.isRegularExpression(value)) {
            add(path, Constraint.equalTo(value));
        }
    }

    /// The ranges of one operator document apply to one value together, be it an element of an array.
    private void addOperators(String path, Document operators) {
        @Nullable ValueRange range = null;
        for (Map.Entry<String, Object> operator : operators.entrySet()) {
            Constraint constraint = constraint(path, operator.getKey(), operator.getValue());
            if (constraint instanceof ValueRange next) {
                range = range == null || !range.isOfTypeOf(next) ? next : range.and(next);
            } else {
                add(path, constraint);
            }
        }
        add(path, range);
    }

    private @Nullable Constraint constraint(String path, String operator, @Nullable Object value) {
        return switch (operator) {
            case "$eq" -> Constraint.equalTo(value);
            case "$in" -> value instanceof Collection<?> values ? Constraint.oneOf(values) : null;
            case "$gt", "$gte" -> ValueRange.from(value);
            case "$lt", "$lte" -> ValueRange.to(value);
            case "$elemMatch" -> {
                addElements(path, value);
                yield null;
            }
            default -> null;
        };
    }

    private void addElements(String path, @Nullable Object value) {
        if (value instanceof Document query && query.keySet().stream().noneMatch(name -> name.startsWith("$"))) {
            addAll(path + ".", query);
        }
    }

    private void add(String path, @Nullable Constraint constraint) {
        if (constraint != null) {
            byPath.computeIfAbsent(path, _ -> new ArrayList<>()).add(constraint);
        }
    }
}
