package dev.tandem.kit.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.JsonNode;

/// Where something stands in a body, as a sender would write it: `crediting.rules[0].model`.
final class FieldPath {
    private FieldPath() {}

    static String of(List<Reference> path) {
        var text = new StringBuilder();
        for (var step : path) {
            append(text, step.getPropertyName(), step.getIndex());
        }
        return text.isEmpty() ? "body" : text.toString();
    }

    /// A field of what the path leads to.
    static String of(List<Reference> path, String name) {
        return path.isEmpty() ? name : of(path) + "." + name;
    }

    static String of(TokenStreamContext context) {
        var text = new StringBuilder();
        append(text, context);
        return text.isEmpty() ? "body" : text.toString();
    }

    private static void append(StringBuilder text, TokenStreamContext context) {
        var parent = context.getParent();
        if (parent != null) {
            append(text, parent);
        }
        append(
                text,
                context.inObject() ? context.currentName() : null,
                context.inArray() ? context.getCurrentIndex() : -1);
    }

    private static void append(StringBuilder text, @Nullable String name, int index) {
        if (name != null) {
            text.append(text.isEmpty() ? "" : ".").append(name);
        } else if (index >= 0) {
            text.append('[').append(index).append(']');
        }
    }

    static JsonNode find(List<Reference> path, JsonNode tree) {
        var node = tree;
        for (var step : path) {
            var name = step.getPropertyName();
            node = name == null ? node.path(step.getIndex()) : node.path(name);
        }
        return node;
    }
}
