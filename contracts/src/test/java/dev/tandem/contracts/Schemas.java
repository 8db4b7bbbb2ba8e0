package dev.tandem.contracts;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.tandem.contracts.partnership.PopulationName;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON Schemas of the payloads, made from the shapes of the records: what is not `@Nullable` is required.
final class Schemas {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<Class<?>> TEXTS = List.of(
            String.class,
            Share.class,
            Currency.class,
            ZoneId.class,
            CompanyId.class,
            CrmId.class,
            DealId.class,
            JointAccountId.class,
            PartnershipId.class,
            RepId.class,
            PopulationName.class);
    private static final List<Class<?>> INTEGERS =
            List.of(int.class, long.class, Integer.class, Long.class, BigInteger.class);
    private static final Map<Class<?>, String> FORMATS =
            Map.of(Instant.class, "date-time", LocalDate.class, "date", YearMonth.class, "year-month");

    private Schemas() {}

    static ObjectNode of(Topic<?> topic) {
        var schema = NODES.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", topic.payload().getSimpleName());
        schema.setAll(of(topic.payload()));
        return schema;
    }

    private static ObjectNode of(Class<?> type) {
        if (TEXTS.contains(type)) {
            return type("string");
        }
        if (FORMATS.containsKey(type)) {
            return type("string").put("format", FORMATS.get(type));
        }
        if (INTEGERS.contains(type)) {
            return type("integer");
        }
        if (type == float.class) {
            return type("number");
        }
        if (type == boolean.class || type == Boolean.class) {
            return type("boolean");
        }
        return structured(type);
    }

    private static ObjectNode structured(Class<?> type) {
        if (type.isEnum()) {
            var constants = type("string").putArray("enum");
            Arrays.stream(type.getEnumConstants()).map(Object::toString).forEach(constants::add);
            return type("string").set("enum", constants);
        }
        if (type.isSealed()) {
            var variants = NODES.arrayNode();
            EventTypes.of(type).map(Schemas::variant).forEach(variants::add);
            return NODES.objectNode().set("oneOf", variants);
        }
        if (type == Money.class) {
            return object(type("string"), "amount", type("string"), "currency");
        }
        if (type.isRecord()) {
            return record(type);
        }
        throw new IllegalStateException("no schema for " + type);
    }

    private static ObjectNode object(ObjectNode first, String firstName, ObjectNode second, String secondName) {
        var object = type("object");
        var properties = object.putObject("properties");
        properties.set(firstName, first);
        properties.set(secondName, second);
        object.putArray("required").add(firstName).add(secondName);
        return object;
    }

    private static ObjectNode variant(Class<?> type) {
        var variant = record(type);
        ((ObjectNode) variant.get("properties")).putObject("@type").put("const", type.getSimpleName());
        ((ArrayNode) variant.get("required")).add("@type");
        return variant;
    }

    private static ObjectNode record(Class<?> type) {
        var object = type("object");
        var properties = object.putObject("properties");
        var required = object.putArray("required");
        for (var component : type.getRecordComponents()) {
            var schema = isText(component) ? type("string") : of(component.getAnnotatedType());
            if (isNullable(component)) {
                properties.set(component.getName(), orNull(schema));
            } else {
                properties.set(component.getName(), schema);
                required.add(component.getName());
            }
        }
        return object;
    }

    private static boolean isText(RecordComponent component) {
        var format = component.getAccessor().getAnnotation(JsonFormat.class);
        return format != null && format.shape() == JsonFormat.Shape.STRING;
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static ObjectNode of(AnnotatedType type) {
        if (type instanceof AnnotatedParameterizedType generic) {
            return generic(generic);
        }
        return of((Class<?>) type.getType());
    }

    private static ObjectNode generic(AnnotatedParameterizedType type) {
        var raw = (Class<?>) ((java.lang.reflect.ParameterizedType) type.getType()).getRawType();
        var last = type.getAnnotatedActualTypeArguments()[type.getAnnotatedActualTypeArguments().length - 1];
        if (Collection.class.isAssignableFrom(raw)) {
            return type("array").set("items", of(last));
        }
        var value = of(last);
        if (last.isAnnotationPresent(Nullable.class)) {
            return type("object").set("additionalProperties", orNull(value));
        }
        return type("object").set("additionalProperties", value);
    }

    private static ObjectNode orNull(ObjectNode schema) {
        var type = schema.get("type").stringValue();
        schema.putArray("type").add(type).add("null");
        if (schema.get("enum") instanceof ArrayNode constants) {
            constants.addNull();
        }
        return schema;
    }

    private static ObjectNode type(String name) {
        return NODES.objectNode().put("type", name);
    }
}
