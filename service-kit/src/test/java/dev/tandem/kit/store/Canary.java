package dev.tandem.kit.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;

/// Looks for a text in all that a store holds: every collection, every document, every name and value, bytes included.
@NullMarked
public final class Canary {
    private Canary() {}

    /// The collections that hold any of the texts, each with the text.
    public static List<String> found(MongoOperations mongo, String... texts) {
        return mongo.getCollectionNames().stream()
                .sorted()
                .flatMap(collection -> mongo.findAll(Document.class, collection).stream()
                        .flatMap(document -> Stream.of(texts)
                                .filter(text -> values(document).anyMatch(value -> value.contains(text)))
                                .map(text -> collection + ": " + text)))
                .distinct()
                .toList();
    }

    private static Stream<String> values(@Nullable Object value) {
        return switch (value) {
            case null -> Stream.empty();
            case Map<?, ?> document ->
                document.entrySet().stream()
                        .flatMap(field -> Stream.concat(Stream.of("" + field.getKey()), values(field.getValue())));
            case List<?> list -> list.stream().flatMap(Canary::values);
            case Binary bytes -> Stream.of(new String(bytes.getData(), UTF_8));
            default -> Stream.of(value.toString());
        };
    }
}
