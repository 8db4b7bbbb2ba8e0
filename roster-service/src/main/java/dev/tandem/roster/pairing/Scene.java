package dev.tandem.roster.pairing;

import java.util.Collections;
import java.util.Map;
import java.util.Set;

/// What two parties' reps have with each other.
///
/// @param shared by pair, how many joint accounts they share
/// @param current who are counterparts now
/// @param wanted who shall be, and `apart` who shall not, as somebody decided
record Scene(Map<Pair, Integer> shared, Set<Pair> current, Set<Pair> wanted, Set<Pair> apart) {

    Evidence between(Person one, Person other) {
        var pair = Pair.of(one.rep(), other.rep());
        return new Evidence(
                shared.getOrDefault(pair, 0),
                same("territory", one, other),
                same("segment", one, other),
                same("role", one, other),
                !Collections.disjoint(one.items("languages"), other.items("languages")),
                current.contains(pair),
                wanted.contains(pair));
    }

    private static boolean same(String field, Person one, Person other) {
        var value = one.text(field);
        return value.isPresent() && value.equals(other.text(field));
    }
}
