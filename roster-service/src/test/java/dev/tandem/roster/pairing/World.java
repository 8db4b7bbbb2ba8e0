package dev.tandem.roster.pairing;

import dev.tandem.contracts.RepId;
import dev.tandem.roster.pairing.Evidence.Shared;
import dev.tandem.roster.pairing.Proposer.Proposal;
import dev.tandem.roster.pairing.Proposer.Proposed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/// Two companies' reps over joint accounts: territories with reps of both, accounts owned mostly within one, and some
/// reps with far more accounts than others.
@NullMarked
final class World {
    static final java.util.Set<String> EVERY_FIELD = java.util.Set.of(
            "territory", "segment", "role", "roleFamily", "products", "skills", "languages", "namedAccounts");

    private static final List<String> LANGUAGES = List.of("de,en", "en", "fr,en", "es", "it,en");

    private static final Shared ONE = new Shared(1, 0, 0, 0, 0);

    final List<Person> ones = new ArrayList<>();
    final List<Person> others = new ArrayList<>();
    final Map<Pair, Shared> shared = new HashMap<>();

    World(Random random, int reps, int accounts) {
        int territories = Math.max(1, reps / 20);
        for (int i = 0; i < reps; i++) {
            ones.add(person(random, "a-%05d".formatted(i), random.nextInt(territories)));
            others.add(person(random, "b-%05d".formatted(i), random.nextInt(territories)));
        }
        var byTerritory = others.stream()
                .collect(Collectors.groupingBy(
                        other -> other.text("territory").orElseThrow(), TreeMap::new, Collectors.toList()));
        for (int i = 0; i < accounts; i++) {
            var one = ones.get((int) (reps * Math.pow(random.nextDouble(), 1.5)));
            var near = byTerritory.getOrDefault(one.text("territory").orElseThrow(), others);
            var from = random.nextInt(10) == 0 ? others : near;
            shared.merge(
                    Pair.of(one.rep(), from.get(random.nextInt(from.size())).rep()), ONE, Shared::plus);
        }
    }

    private static Person person(Random random, String id, int territory) {
        return new Person(
                new RepId(id),
                Map.of(
                        "territory", "T" + territory,
                        "segment", "S" + random.nextInt(4),
                        "role", "R" + random.nextInt(3),
                        "languages", LANGUAGES.get(random.nextInt(LANGUAGES.size())),
                        "capacity", String.valueOf(1 + random.nextInt(3))));
    }

    Proposal propose(Set<Pair> current) {
        return Proposer.propose(ones, others, new Scene(shared, current, Set.of(), Set.of()));
    }

    static Set<Pair> pairs(Proposal proposal) {
        return proposal.pairs().stream().map(World::pair).collect(Collectors.toSet());
    }

    static Pair pair(Proposed proposed) {
        return Pair.of(proposed.one(), proposed.other());
    }
}
