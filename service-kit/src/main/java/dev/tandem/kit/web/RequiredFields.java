package dev.tandem.kit.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;

/// Marks in the API documents what the strict JSON requires, by the same rule: not `@Nullable`, not Optional.
final class RequiredFields {
    private final Components components;
    private final Set<Class<?>> seen = new HashSet<>();

    RequiredFields(Components components) {
        this.components = components;
    }

    /// Everything of ours that the type leads to.
    void mark(ResolvableType type) {
        Stream.of(type.getGenerics()).forEach(this::mark);
        var raw = type.resolve(Object.class);
        if (RequiredComponents.nullMarked(raw) && seen.add(raw)) {
            Stream.ofNullable(raw.getPermittedSubclasses())
                    .flatMap(Arrays::stream)
                    .forEach(permitted -> mark(ResolvableType.forClass(permitted)));
            if (raw.isRecord()) {
                markRecord(raw);
            }
        }
    }

    private void markRecord(Class<?> type) {
        var schemas = components.getSchemas();
        Schema<?> schema = schemas == null ? null : schemas.get(type.getSimpleName());
        for (var component : type.getRecordComponents()) {
            mark(ResolvableType.forType(component.getGenericType()));
            if (schema != null && isRequired(component) && documents(schema, component.getName())) {
                schema.addRequiredItem(component.getName());
            }
        }
    }

    private static boolean documents(Schema<?> schema, String field) {
        return schema.getProperties() != null && schema.getProperties().containsKey(field);
    }

    private static boolean isRequired(RecordComponent component) {
        return component.getType() != Optional.class
                && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
