package dev.tandem.kit.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tandem.contracts.Violation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.databind.JsonNode;

/// Finds the misspelled field beside the missing one, which is what a sender needs to hear; Jackson stops at the
/// missing one.
final class UnknownFields {
    private UnknownFields() {}

    /// @param path of the missing field
    static Stream<Violation> beside(List<Reference> path, JsonNode tree) {
        if (path.isEmpty() || !(path.getLast().from() instanceof Class<?> type) || !isPlain(type)) {
            return Stream.empty();
        }
        var parent = path.subList(0, path.size() - 1);
        var known = names(type);
        return FieldPath.find(parent, tree).propertyNames().stream()
                .filter(name -> !known.contains(name))
                .map(name -> new Violation(FieldPath.of(parent, name), "UNKNOWN_FIELD", "is not a field here"));
    }

    /// A record whose JSON is its components; another creator may take other names.
    private static boolean isPlain(Class<?> type) {
        return type.isRecord()
                && Stream.of(type.getDeclaredMethods(), type.getDeclaredConstructors())
                        .flatMap(Arrays::stream)
                        .noneMatch(creator -> creator.isAnnotationPresent(JsonCreator.class));
    }

    private static Set<String> names(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(UnknownFields::name)
                .collect(Collectors.toSet());
    }

    private static String name(RecordComponent component) {
        var renamed = component.getAccessor().getAnnotation(JsonProperty.class);
        return renamed == null || renamed.value().isEmpty() ? component.getName() : renamed.value();
    }
}
