package dev.tandem.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Pairs of an id of A and one of B, found from either.
final class Links {
    private final Map<String, Set<String>> ofA = new HashMap<>();
    private final Map<String, Set<String>> ofB = new HashMap<>();

    void add(String idOfA, String idOfB) {
        ofA.computeIfAbsent(idOfA, _ -> new TreeSet<>()).add(idOfB);
        ofB.computeIfAbsent(idOfB, _ -> new TreeSet<>()).add(idOfA);
    }

    void remove(String idOfA, String idOfB) {
        remove(ofA, idOfA, idOfB);
        remove(ofB, idOfB, idOfA);
    }

    boolean has(String idOfA, String idOfB) {
        return of(Party.A, idOfA).contains(idOfB);
    }

    /// The ids of the other party that are linked with one of this.
    Set<String> of(Party party, String id) {
        return (party == Party.A ? ofA : ofB).getOrDefault(id, Set.of());
    }

    /// All ids of a party that are linked.
    Set<String> ids(Party party) {
        return (party == Party.A ? ofA : ofB).keySet();
    }

    boolean isEmpty() {
        return ofA.isEmpty();
    }

    private static void remove(Map<String, Set<String>> of, String from, String to) {
        var linked = of.getOrDefault(from, Set.of());
        if (linked.contains(to)) {
            linked.remove(to);
            if (linked.isEmpty()) {
                of.remove(from);
            }
        }
    }
}
