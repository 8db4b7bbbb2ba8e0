package dev.tandem.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// By what other names a company knows those in its book, learned from what it confirmed; names by their keys. Taught
/// several times, an alias stays until it is taken back as often.
final class Aliases {
    private final Map<Long, TreeMap<Long, Integer>> ofName = new HashMap<>();
    private final Map<Integer, TreeSet<Long>> ofRow = new HashMap<>();

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

    /// One account is known by exactly these names besides.
    void row(int row, Collection<Long> others) {
        if (others.isEmpty()) {
            ofRow.remove(row);
        } else {
            ofRow.put(row, new TreeSet<>(others));
        }
    }

    boolean isEmpty() {
        return ofName.isEmpty() && ofRow.isEmpty();
    }

    NavigableSet<Long> of(int row, long name) {
        var found = ofRow.get(row);
        return found == null ? of(name) : found;
    }

    NavigableSet<Long> of(long name) {
        var found = ofName.get(name);
        return found == null ? new TreeSet<>() : found.navigableKeySet();
    }

    boolean has(int row, long name, long other) {
        return !isEmpty() && of(row, name).contains(other);
    }
}
