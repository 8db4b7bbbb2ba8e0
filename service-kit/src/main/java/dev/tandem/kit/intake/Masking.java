package dev.tandem.kit.intake;

import static java.util.stream.Collectors.joining;

import dev.tandem.contracts.CrmId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Puts marks in place of the users whom one record names and who were erased; a list of users is left without them.
final class Masking {
    /// Strict, so that no second value of a field and nothing behind the end escapes.
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final Pattern NAMING = Pattern.compile("(?i)\\w*(?:users?|owner|manager)");
    private static final int NAMED_MAX = 1_000;

    private final Function<CrmId, Optional<CrmId>> marks;
    private int named;
    private boolean found;

    /// Whom the record named.
    enum Outcome {
        /// Nobody who was erased.
        NOBODY,
        SOMEBODY,
        /// More users than are looked up for one record.
        TOO_MANY
    }

    Masking(Function<CrmId, Optional<CrmId>> marks) {
        this.marks = marks;
    }

    /// Nobody is known by what is no CRM id.
    static Optional<CrmId> user(String text) {
        try {
            return Optional.of(new CrmId(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    Outcome outcome() {
        return named > NAMED_MAX ? Outcome.TOO_MANY : found ? Outcome.SOMEBODY : Outcome.NOBODY;
    }

    JsonNode of(JsonNode said) {
        return masked(said, "");
    }

    private JsonNode masked(JsonNode said, String field) {
        switch (said) {
            case ObjectNode object ->
                List.copyOf(object.propertyNames())
                        .forEach(name -> object.set(name, masked(object.get(name), naming(field) ? field : name)));
            case ArrayNode array -> {
                for (var i = 0; i < array.size(); i++) {
                    array.set(i, masked(array.get(i), field));
                }
            }
            case JsonNode value
            when naming(field) && (value.isString() || value.isNumber()) -> {
                return JsonNodeFactory.instance.stringNode(masked(value.asString(), field.endsWith("s")));
            }
            case JsonNode _ -> {}
        }
        return said;
    }

    private static boolean naming(String field) {
        return NAMING.matcher(field).matches();
    }

    private String masked(String text, boolean list) {
        return !list
                ? mark(text.strip()).orElse(text)
                : Arrays.stream(text.split(",", -1))
                        .filter(part -> mark(userOf(part.strip())).isEmpty()
                                && mark(part.strip()).isEmpty())
                        .collect(joining(","));
    }

    /// Without what follows the user in a list, such as `u-7:PRESENTED`.
    private static String userOf(String part) {
        var colon = part.lastIndexOf(':');
        return colon < 0 ? part : part.substring(0, colon).strip();
    }

    private Optional<String> mark(String text) {
        if (++named > NAMED_MAX) {
            return Optional.empty();
        }
        var mark = user(text).flatMap(marks).map(CrmId::value);
        found |= mark.isPresent();
        return mark;
    }
}
