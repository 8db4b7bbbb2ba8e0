package dev.tandem.kit.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What tests sent and were answered, as the examples of the API documents: with `-Dexamples.update=true` the tests
/// that run write down operations that have no example yet, and `-Dexamples.update=all` all of them anew.
@NullMarked
public final class RecordedExamples {
    private static final Path FILE = Path.of("src/main/resources", ApiExamples.FILE);
    private static final String MODE = System.getProperty("examples.update", "");
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Map<String, ObjectNode> EXAMPLES = new TreeMap<>();

    private RecordedExamples() {}

    /// Takes what was answered with success for an example.
    public static MvcTestResult note(MvcTestResult result, @Nullable String body) {
        if (!MODE.isEmpty() && result.getResponse().getStatus() < 300) {
            record(result, body);
        }
        return result;
    }

    private static synchronized void record(MvcTestResult result, @Nullable String body) {
        var pattern = result.getRequest().getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (pattern == null) {
            return;
        }
        var operation = result.getRequest().getMethod() + " " + pattern;
        var answered = json(text(result));
        if (EXAMPLES.isEmpty()) {
            known().forEach(EXAMPLES::put);
        }
        var before = EXAMPLES.get(operation);
        if (before == null || richer(answered, before.path("response"))) {
            var example = MAPPER.createObjectNode();
            if (body != null && !body.isBlank()) {
                example.set("request", json(body));
            }
            example.set("response", shortened(answered));
            EXAMPLES.put(operation, example);
            write();
        }
    }

    /// An empty list shows nothing.
    private static boolean richer(JsonNode answered, JsonNode before) {
        return before.path("items").isArray()
                && before.path("items").isEmpty()
                && !answered.path("items").isEmpty();
    }

    private static JsonNode shortened(JsonNode answer) {
        if (answer.path("items") instanceof ArrayNode items) {
            while (items.size() > 2) {
                items.remove(items.size() - 1);
            }
        }
        return answer;
    }

    private static Map<String, ObjectNode> known() {
        var known = new TreeMap<String, ObjectNode>();
        if (Files.exists(FILE) && !MODE.equals("all")) {
            read(FILE).properties().forEach(each -> known.put(each.getKey(), (ObjectNode) each.getValue()));
        }
        return known;
    }

    private static JsonNode read(Path file) {
        try {
            return MAPPER.readTree(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void write() {
        try {
            Files.writeString(FILE, MAPPER.writeValueAsString(EXAMPLES) + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /// What is no JSON, such as a CSV file, is an example as the text that it is.
    private static JsonNode json(String text) {
        try {
            return Objects.requireNonNull(MAPPER.readTree(text));
        } catch (tools.jackson.core.JacksonException noJson) {
            return MAPPER.getNodeFactory().stringNode(text);
        }
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
