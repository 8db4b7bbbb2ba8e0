package dev.tandem.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// By what other names a company knows those in its book, learned from what it confirmed; names by their keys.
final class Aliases {
    private final Map<Long, Set<Long>> ofName = new HashMap<>();

    void add(long name, long other) {
        if (name != 0 && other != 0 && name != other) {
            ofName.computeIfAbsent(name, _ -> new TreeSet<>()).add(other);
        }
    }

    void remove(long name, long other) {
        of(name).remove(other);
        ofName.values().removeIf(Set::isEmpty);
    }

    boolean isEmpty() {
        return ofName.isEmpty();
    }

    Set<Long> of(long name) {
        var found = ofName.get(name);
        return found == null ? new TreeSet<>() : found;
    }

    boolean has(long name, long other) {
        return !ofName.isEmpty() && of(name).contains(other);
    }
}
