package dev.tandem.roster.pairing;

import dev.tandem.roster.pairing.Evidence.Shared;
import dev.tandem.roster.pairing.Evidence.Trait;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// What two parties' reps have with each other.
///
/// @param shared by pair, which joint accounts they share
/// @param current who are counterparts now
/// @param wanted who shall be, and `apart` who shall not, as somebody decided
record Scene(Map<Pair, Shared> shared, Set<Pair> current, Set<Pair> wanted, Set<Pair> apart) {

    Evidence between(Person one, Person other) {
        var pair = Pair.of(one.rep(), other.rep());
        var traits = EnumSet.noneOf(Trait.class);
        add(traits, Trait.WANTED, wanted.contains(pair));
        add(traits, Trait.TERRITORY, same("territory", one, other));
        add(traits, Trait.SEGMENT, same("segment", one, other));
        add(traits, Trait.ROLE, same("role", one, other));
        add(traits, Trait.FAMILY, one.isSpecial() && one.family() == other.family());
        add(traits, Trait.PRODUCT, common("products", one, other) || common("skills", one, other));
        add(traits, Trait.LANGUAGE, common("languages", one, other));
        add(traits, Trait.CURRENT, current.contains(pair));
        return Evidence.of(shared.getOrDefault(pair, Shared.NONE), traits);
    }

    /// Whether they could work together: those of the same kind of role, and who meet at a customer whatever they are.
    boolean fit(Person one, Person other) {
        var pair = Pair.of(one.rep(), other.rep());
        return !apart.contains(pair)
                && (one.family() == other.family()
                        || wanted.contains(pair)
                        || shared.getOrDefault(pair, Shared.NONE).meet());
    }

    private static void add(Set<Trait> traits, Trait trait, boolean holds) {
        if (holds) {
            traits.add(trait);
        }
    }

    private static boolean same(String field, Person one, Person other) {
        var value = one.text(field);
        return value.isPresent() && value.equals(other.text(field));
    }

    private static boolean common(String field, Person one, Person other) {
        return !Collections.disjoint(one.items(field), other.items(field));
    }
}
