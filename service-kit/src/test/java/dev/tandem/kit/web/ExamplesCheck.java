package dev.tandem.kit.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import tools.jackson.databind.JsonNode;

/// Which operations of a service's API documents lack an example, or have one that does not fit its schema.
@NullMarked
public final class ExamplesCheck {
    private static final List<String> METHODS = List.of("get", "post", "put", "delete", "patch");

    private final JsonNode api;
    private final List<String> found = new ArrayList<>();

    private ExamplesCheck(JsonNode api) {
        this.api = api;
    }

    /// @param prefix of the paths that are the service's own
    public static List<String> of(JsonNode api, String prefix) {
        var check = new ExamplesCheck(api);
        api.path("paths").properties().stream()
                .filter(path -> path.getKey().startsWith(prefix))
                .forEach(path -> METHODS.stream()
                        .filter(method -> path.getValue().has(method))
                        .forEach(method -> check.operation(
                                method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                                path.getValue().path(method))));
        return check.found;
    }

    private void operation(String name, JsonNode operation) {
        if (operation.has("requestBody")) {
            content(name + " request", operation.at("/requestBody/content"));
        }
        operation.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .filter(response -> !response.getValue().path("content").isEmpty())
                .forEach(response -> content(
                        name + " " + response.getKey(), response.getValue().path("content")));
    }

    private void content(String name, JsonNode content) {
        content.forEach(type -> {
            if (!type.has("example")) {
                found.add(name + " has no example: run its test with -Dexamples.update=true");
            } else {
                fits(name, type.path("example"), type.path("schema"));
            }
        });
    }

    private void fits(String name, JsonNode example, JsonNode schema) {
        var properties = resolved(schema);
        if (example.isObject() && properties.has("properties")) {
            example.propertyNames().stream()
                    .filter(field -> !properties.path("properties").has(field))
                    .forEach(field -> found.add(name + " has " + field + ", which its schema has not"));
            properties.path("required").forEach(field -> {
                if (!example.has(field.asString())) {
                    found.add(name + " lacks " + field.asString() + ", which its schema requires");
                }
            });
            example.properties()
                    .forEach(field -> fits(
                            name + "." + field.getKey(),
                            field.getValue(),
                            properties.path("properties").path(field.getKey())));
        }
        if (example.isArray()) {
            example.forEach(item -> fits(name + "[]", item, properties.path("items")));
        }
    }

    private JsonNode resolved(JsonNode schema) {
        var ref = schema.path("$ref").asString("");
        return ref.isEmpty() ? schema : api.at(ref.substring(1));
    }
}
