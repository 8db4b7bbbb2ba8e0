package dev.tandem.systemtests.kill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Compares what the platform shows with what the model says; each difference is a line.
final class Differences {
    private Differences() {}

    static List<String> between(String what, Map<String, ?> shown, Map<String, ?> model) {
        var differences = new ArrayList<String>();
        model.forEach((key, expected) -> {
            var value = shown.get(key);
            if (value == null) {
                differences.add(what + " " + key + " is lost");
            } else if (!Objects.equals(value, expected)) {
                differences.add(what + " " + key + " is " + value + " and not " + expected);
            }
        });
        shown.keySet().stream()
                .filter(key -> !model.containsKey(key))
                .forEach(key -> differences.add(what + " " + key + " came out of nothing"));
        return differences;
    }
}
