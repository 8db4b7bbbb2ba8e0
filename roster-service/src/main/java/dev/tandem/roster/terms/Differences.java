package dev.tandem.roster.terms;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What differs between two JSON trees, place by place. Items of a list are told apart by what names them, so that one
/// item more does not make all that follow look changed.
public final class Differences {
    private static final List<String> NAMES = List.of(
            "id", "party", "population", "topic", "country", "activity", "category", "creditType", "role", "subject");

    private final Map<String, String> leaves = new TreeMap<>();

    private Differences() {}

    public static List<Difference> between(JsonNode was, JsonNode is) {
        var before = leaves(was);
        var after = leaves(is);
        return Stream.concat(before.keySet().stream(), after.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .filter(path -> !Objects.equals(before.get(path), after.get(path)))
                .map(path -> new Difference(path, before.get(path), after.get(path)))
                .toList();
    }

    private static Map<String, String> leaves(JsonNode tree) {
        var differences = new Differences();
        differences.walk("", tree);
        return differences.leaves;
    }

    private void walk(String path, JsonNode node) {
        if (node.isObject()) {
            node.properties().forEach(field -> walk(under(path, field.getKey()), field.getValue()));
        } else if (node.isArray()) {
            items(path, node);
        } else if (!node.isNull()) {
            leaves.put(path, node.asString());
        }
    }

    private void items(String path, JsonNode items) {
        var seen = new TreeMap<String, Integer>();
        for (var item : items) {
            var name = name(item);
            var nth = seen.merge(name, 1, Integer::sum);
            walk(path + "[" + name + (nth == 1 ? "" : " #" + nth) + "]", item);
        }
    }

    private static String name(JsonNode item) {
        return item.isObject() ? named(item) : item.asString();
    }

    private static String named(JsonNode item) {
        return Stream.concat(NAMES.stream().map(item::path), NAMES.stream().map(item.path("where")::path))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .collect(Collectors.joining(" "));
    }

    private static String under(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
