package dev.tandem.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// What in a new schema breaks those who know the old one: something removed, of another type, or newly required.
final class SchemaChanges {
    private final List<String> breaking = new ArrayList<>();

    private SchemaChanges() {}

    static List<String> breaking(JsonNode was, JsonNode is) {
        var changes = new SchemaChanges();
        changes.compare("", was, is);
        return changes.breaking;
    }

    private void compare(String path, JsonNode was, JsonNode is) {
        same(path, "type", was, is);
        same(path, "format", was, is);
        same(path, "const", was, is);
        constants(path, was.path("enum"), is.path("enum"));
        properties(path, was, is);
        variants(path, was.path("oneOf"), is.path("oneOf"));
        for (var nested : List.of("items", "additionalProperties")) {
            if (was.has(nested)) {
                compare(path + "/" + nested, was.get(nested), is.path(nested));
            }
        }
    }

    private void same(String path, String keyword, JsonNode was, JsonNode is) {
        if (!was.path(keyword).equals(is.path(keyword))) {
            breaking.add("%s: %s was %s and is %s".formatted(path, keyword, was.path(keyword), is.path(keyword)));
        }
    }

    private void constants(String path, JsonNode was, JsonNode is) {
        var gone = texts(was);
        gone.removeAll(texts(is));
        gone.forEach(constant -> breaking.add(path + ": " + constant + " is gone"));
    }

    private void properties(String path, JsonNode was, JsonNode is) {
        was.path("properties").properties().forEach(property -> {
            var now = is.path("properties").path(property.getKey());
            if (now.isMissingNode()) {
                breaking.add(path + "/" + property.getKey() + " is gone");
            } else {
                compare(path + "/" + property.getKey(), property.getValue(), now);
            }
        });
        var newlyRequired = texts(is.path("required"));
        newlyRequired.removeAll(texts(was.path("required")));
        newlyRequired.forEach(name -> breaking.add(path + "/" + name + " is newly required"));
    }

    private void variants(String path, JsonNode was, JsonNode is) {
        was.forEach(variant -> {
            var name = name(variant);
            var now = is.valueStream().filter(other -> name(other).equals(name)).findFirst();
            now.ifPresentOrElse(
                    other -> compare(path + "/" + name, variant, other),
                    () -> breaking.add(path + "/" + name + " is gone"));
        });
    }

    private static String name(JsonNode variant) {
        return variant.path("properties").path("@type").path("const").asString("");
    }

    private static Set<String> texts(JsonNode array) {
        var texts = new TreeSet<String>();
        array.forEach(item -> texts.add(item.asString()));
        return texts;
    }
}
