package dev.tandem.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// A checked-in event, to which those who write it and those who read it are held.
public final class GoldenSample {
    private final String name;
    private final String text;

    private GoldenSample(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /// @param name the event's type; of a CRM's change with its object type, as in `CrmChange.user`
    public static GoldenSample of(String name) {
        var file = "/golden/" + name + ".json";
        try (var sample = Objects.requireNonNull(GoldenSample.class.getResourceAsStream(file), file)) {
            return new GoldenSample(name, new String(sample.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The same with an id that is issued anew in each run, such as a rep's, in place of the sample's.
    public GoldenSample with(String id, String issued) {
        return new GoldenSample(name, text.replace("\"" + id + "\"", "\"" + issued + "\""));
    }

    public String type() {
        return name.split("\\.", 2)[0];
    }

    public byte[] json() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public <T> T as(Class<T> payload) {
        return Json.MAPPER.readValue(text, payload);
    }

    /// In what something written differs from the sample.
    ///
    /// @param free JSON pointers of values that are others in each run, such as times; their kind must be the same
    public List<String> differences(byte[] written, List<String> free) {
        var differences = new ArrayList<String>();
        compare(
                "",
                Json.MAPPER.readTree(text),
                Json.MAPPER.readTree(written),
                new Search(Set.copyOf(free), differences));
        return differences;
    }

    private record Search(Set<String> free, List<String> found) {
        void add(String place, Object golden, Object written) {
            found.add("%s: %s in the sample, %s written".formatted(place, golden, written));
        }
    }

    private static void compare(String place, JsonNode golden, JsonNode written, Search search) {
        if (search.free().contains(place) ? written.getNodeType() == golden.getNodeType() : written.equals(golden)) {
            return;
        }
        if (golden.isObject() && written.isObject()) {
            var names = new TreeSet<>(golden.propertyNames());
            names.addAll(written.propertyNames());
            names.forEach(name -> compare(place + "/" + name, golden.path(name), written.path(name), search));
        } else if (golden.isArray() && written.isArray()) {
            for (int i = 0; i < Math.max(golden.size(), written.size()); i++) {
                compare(place + "/" + i, golden.path(i), written.path(i), search);
            }
        } else {
            search.add(place, golden, written);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
