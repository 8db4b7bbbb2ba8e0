package dev.tandem.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/// Documents, changes and queries over few values, so that they often meet: nulls, gaps, arrays and all.
final class RandomDocuments {

    private static final List<String> STRINGS = List.of("", "a", "ab", "b", "é", "a\u0000", "\uD83D\uDC0E", "\uFFEE");
    private static final List<String> FIELDS =
            List.of("tenant", "a", "b", "c", "n.x", "n.y", "lines.sku", "lines.quantity", "tags", "code", "_id");

    private final Random random;

    RandomDocuments(Random random) {
        this.random = random;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private <T> T oneOf(List<T> all) {
        return all.get(below(all.size()));
    }

    String id() {
        return "id" + below(150);
    }

    private Object scalar() {
        return switch (below(11)) {
            case 0 -> below(4);
            case 1 -> (long) below(4);
            case 2 -> below(8) / 2.0;
            case 3 -> new Decimal128(below(4));
            case 4 -> 9_007_199_254_740_992L + below(3);
            case 5, 6 -> oneOf(STRINGS);
            case 7 -> below(2) == 0;
            case 8 -> Date.from(Instant.ofEpochMilli(below(3) - 1L));
            case 9 -> new ObjectId(below(3), below(3));
            default -> -below(3);
        };
    }

    private @Nullable Object value() {
        return switch (below(8)) {
            case 0 -> null;
            case 1 -> new Document("x", scalar());
            default -> scalar();
        };
    }

    private @Nullable Object valueOrArray() {
        return below(4) > 0 ? value() : this.<@Nullable Object>listOf(this::value);
    }

    private <T extends @Nullable Object> List<T> listOf(Supplier<T> element) {
        List<T> list = new ArrayList<>();
        IntStream.range(0, below(4)).forEach(_ -> list.add(element.get()));
        return list;
    }

    Document document() {
        Document document = new Document("_id", id()).append("tenant", "t" + below(3));
        maybe(document, "a", this::value);
        maybe(document, "b", this::valueOrArray);
        maybe(document, "c", () -> below(40));
        maybe(document, "n", this::nested);
        maybe(document, "lines", () -> listOf(this::line));
        maybe(document, "tags", () -> listOf(() -> oneOf(STRINGS)));
        maybe(document, "code", () -> below(3) == 0 ? List.of(below(900), below(900)) : (Object) below(900));
        return document;
    }

    private void maybe(Document document, String field, Supplier<? extends @Nullable Object> value) {
        if (below(4) > 0) {
            document.append(field, value.get());
        }
    }

    private Object nested() {
        Document nested = new Document();
        maybe(nested, "x", this::valueOrArray);
        maybe(nested, "y", () -> below(3));
        return below(5) == 0 ? scalar() : nested;
    }

    private Document line() {
        Document line = new Document();
        maybe(line, "sku", () -> oneOf(STRINGS));
        maybe(line, "quantity", () -> below(4));
        return line;
    }

    Document update() {
        return switch (below(5)) {
            case 0 -> set("a", value());
            case 1 -> set("b", valueOrArray());
            case 2 -> set("lines", listOf(this::line));
            case 3 -> new Document("$unset", new Document(oneOf(List.of("a", "b", "n", "tags", "code")), ""));
            default -> set("code", below(900));
        };
    }

    /// One that no unique index can refuse, nor any document.
    Document harmlessUpdate() {
        return set("c", 7);
    }

    private static Document set(String field, @Nullable Object value) {
        return new Document("$set", new Document(field, value));
    }

    Document query() {
        List<Document> parts = new ArrayList<>();
        IntStream.range(0, below(4)).forEach(_ -> parts.add(predicate()));
        if (below(3) == 0 && !parts.isEmpty()) {
            return new Document("$and", parts);
        }
        Document query = new Document();
        parts.forEach(query::putAll);
        return query;
    }

    /// What an index may count by itself.
    Document texts() {
        Document query = new Document("tenant", "t" + below(3));
        Object wanted = below(2) == 0 ? oneOf(STRINGS) : new Document("$in", listOf(() -> oneOf(STRINGS)));
        return below(4) == 0 ? query : query.append(oneOf(List.of("tags", "lines.sku", "a", "code")), wanted);
    }

    private Document predicate() {
        if (below(12) == 0) {
            return new Document("$or", List.of(predicate(), predicate()));
        }
        if (below(12) == 0) {
            return new Document("lines", new Document("$elemMatch", line().append("quantity", below(4))));
        }
        String field = oneOf(FIELDS);
        return new Document(field, condition(field));
    }

    private Object operand(String field) {
        return switch (field) {
            case "_id" -> id();
            case "tenant" -> "t" + below(3);
            case "c", "lines.quantity", "n.y" -> below(8);
            case "code" -> below(900);
            case "lines.sku", "tags" -> oneOf(STRINGS);
            default -> scalar();
        };
    }

    private @Nullable Object condition(String field) {
        return switch (below(9)) {
            case 0 -> new Document("$in", this.<@Nullable Object>listOf(() -> below(6) == 0 ? null : operand(field)));
            case 1 -> new Document("$gt", operand(field));
            case 2 -> new Document("$lte", operand(field));
            case 3 -> new Document("$gte", operand(field)).append("$lt", operand(field));
            case 4 -> below(3) == 0 ? null : operand(field);
            case 5 -> new Document(oneOf(List.of("$ne", "$eq")), operand(field));
            case 6 -> new Document("$exists", below(2) == 0);
            case 7 -> field.equals("a") ? new Document("x", scalar()) : operand(field);
            default -> operand(field);
        };
    }

    /// Ends with the id, so that there is only one right answer; or nothing at all.
    Document sort() {
        Document sort = new Document();
        if (below(3) > 0) {
            IntStream.range(0, below(3))
                    .forEach(_ -> sort.put(oneOf(List.of("tenant", "a", "c", "n.x", "_id")), direction()));
            sort.putIfAbsent("_id", direction());
        }
        return sort;
    }

    private int direction() {
        return below(2) == 0 ? 1 : -1;
    }
}
