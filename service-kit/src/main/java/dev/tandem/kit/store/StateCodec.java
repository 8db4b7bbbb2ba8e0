package dev.tandem.kit.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// One mapping for events and stored state: records to JSON, and JSON to BSON of the same shape. Tolerant on purpose:
/// unknown fields are ignored, so that a newer writer does not stop an older reader.
public final class StateCodec {
    private static final int DECIMAL_DIGITS = 34;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonMapper mapper = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // In one order in every process, so that the same state is the same bytes.
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();

    public byte[] toJson(Object value) {
        return mapper.writeValueAsBytes(value);
    }

    /// @throws tools.jackson.core.JacksonException when the bytes are not JSON of that type
    public <T> T fromJson(byte[] json, Class<T> type) {
        return mapper.readValue(json, type);
    }

    public Document toBson(Object state) {
        return object(mapper.valueToTree(state));
    }

    public <T> T fromBson(Document state, Class<T> type) {
        return mapper.treeToValue(toNode(state), type);
    }

    private @Nullable Object value(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> object(node);
            case ARRAY -> node.valueStream().map(this::value).collect(ArrayList::new, List::add, List::addAll);
            case STRING -> node.stringValue();
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> number(node);
            case NULL, MISSING -> null;
            case BINARY, POJO -> throw new IllegalStateException("state holds only JSON, not " + node.getNodeType());
        };
    }

    private Document object(JsonNode node) {
        var document = new Document();
        node.properties().forEach(field -> document.put(FieldNames.escaped(field.getKey()), value(field.getValue())));
        return document;
    }

    /// Integers beyond 64 bits, and decimals beyond 34 digits, are kept as text: exact, if not comparable.
    private static Object number(JsonNode node) {
        if (!node.isIntegralNumber()) {
            return decimal(node.decimalValue());
        }
        return node.canConvertToLong()
                ? (Object) node.longValue()
                : node.bigIntegerValue().toString();
    }

    private static Object decimal(BigDecimal number) {
        return number.precision() <= DECIMAL_DIGITS ? new Decimal128(number) : number.toString();
    }

    private JsonNode toNode(@Nullable Object value) {
        return switch (value) {
            case null -> NODES.nullNode();
            case Document document -> toObject(document);
            case List<?> list -> {
                var array = NODES.arrayNode();
                list.forEach(item -> array.add(toNode(item)));
                yield array;
            }
            case String text -> NODES.stringNode(text);
            case Boolean flag -> NODES.booleanNode(flag);
            case Integer number -> NODES.numberNode(number);
            case Long number -> NODES.numberNode(number);
            case Decimal128 number -> NODES.numberNode(number.bigDecimalValue());
            case BigDecimal number -> NODES.numberNode(number);
            case Date date -> NODES.stringNode(date.toInstant().toString());
            default -> throw new IllegalStateException("state holds no " + value.getClass());
        };
    }

    private JsonNode toObject(Map<String, Object> document) {
        var object = NODES.objectNode();
        document.forEach((name, value) -> object.set(FieldNames.unescaped(name), toNode(value)));
        return object;
    }
}
