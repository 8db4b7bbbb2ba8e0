package dev.tandem.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// By what other names a company knows those in its book, learned from what it confirmed; names by their keys. Taught
/// several times, an alias stays until it is taken back as often.
final class Aliases {
    private final Map<Long, TreeMap<Long, Integer>> ofName = new HashMap<>();

    void add(long name, long other) {
        if (name != 0 && other != 0 && name != other) {
            ofName.computeIfAbsent(name, _ -> new TreeMap<>()).merge(other, 1, Integer::sum);
        }
    }

    void remove(long name, long other) {
        ofName.computeIfPresent(name, (_, others) -> {
            others.computeIfPresent(other, (_, times) -> times == 1 ? null : times - 1);
            return others.isEmpty() ? null : others;
        });
    }

    boolean isEmpty() {
        return ofName.isEmpty();
    }

    NavigableSet<Long> of(long name) {
        var found = ofName.get(name);
        return found == null ? new TreeSet<>() : found.navigableKeySet();
    }

    boolean has(long name, long other) {
        return !ofName.isEmpty() && of(name).contains(other);
    }
}
