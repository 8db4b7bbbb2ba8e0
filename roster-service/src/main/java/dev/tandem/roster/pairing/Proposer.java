package dev.tandem.roster.pairing;

import dev.tandem.contracts.RepId;
import dev.tandem.roster.assignment.Candidates;
import dev.tandem.roster.assignment.Pairing;
import dev.tandem.roster.assignment.Solver;
import dev.tandem.roster.rep.RoleFamily;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Pairs the reps of two parties for the greatest sum of points. Candidates are those who share an account, are
/// counterparts now or shall be, and of the same territory or kind of role the best of each rep; the same input gives
/// the same pairs.
final class Proposer {
    private static final int NEIGHBOURS_MAX = 40;

    private final List<Person> ones;
    private final List<Person> others;
    private final Scene scene;
    private final Map<RepId, Integer> placeOfOther = new HashMap<>();
    private final Map<RepId, TreeSet<Integer>> linked = new HashMap<>();
    private final Map<String, List<Integer>> byTerritory = new TreeMap<>();
    private final Map<RoleFamily, List<Integer>> byFamily = new EnumMap<>(RoleFamily.class);

    private Proposer(List<Person> ones, List<Person> others, Scene scene) {
        this.ones = ones;
        this.others = others;
        this.scene = scene;
        for (int place = 0; place < others.size(); place++) {
            var other = others.get(place);
            placeOfOther.put(other.rep(), place);
            int at = place;
            other.text("territory")
                    .ifPresent(name -> byTerritory
                            .computeIfAbsent(name, _ -> new ArrayList<>())
                            .add(at));
            if (other.isSpecial()) {
                byFamily.computeIfAbsent(other.family(), _ -> new ArrayList<>()).add(at);
            }
        }
        List.of(scene.shared().keySet(), scene.current(), scene.wanted()).forEach(pairs -> pairs.forEach(this::link));
    }

    /// Who works with whom, and the proof that no other choice among the candidates is worth more.
    ///
    /// @param worth in points; `bound` that none exceeds
    record Proposal(List<Proposed> pairs, long worth, long bound) {}

    /// Two reps, and why.
    record Proposed(RepId one, RepId other, Evidence evidence) {}

    /// A candidate before it is numbered.
    private record Option(int place, Evidence evidence) {}

    static Proposal propose(List<Person> ones, List<Person> others, Scene scene) {
        return new Proposer(ones, others, scene).propose();
    }

    private void link(Pair pair) {
        link(pair.one(), pair.other());
        link(pair.other(), pair.one());
    }

    private void link(RepId one, RepId other) {
        var place = placeOfOther.get(other);
        if (place != null) {
            linked.computeIfAbsent(one, _ -> new TreeSet<>()).add(place);
        }
    }

    private Proposal propose() {
        var candidates = new Candidates(capacities(ones), capacities(others));
        var evidence = new ArrayList<Evidence>();
        for (int place = 0; place < ones.size(); place++) {
            for (var option : options(ones.get(place))) {
                candidates.add(place, option.place(), option.evidence().points());
                evidence.add(option.evidence());
            }
        }
        return proposal(Solver.solve(candidates), evidence);
    }

    private static int[] capacities(List<Person> people) {
        return people.stream().mapToInt(Person::capacity).toArray();
    }

    private List<Option> options(Person one) {
        var places = new TreeSet<>(linked.getOrDefault(one.rep(), new TreeSet<>()));
        var options =
                new ArrayList<>(places.stream().map(place -> option(one, place)).toList());
        neighbours(one)
                .filter(place -> !places.contains(place))
                .map(place -> option(one, place))
                .sorted(Comparator.comparingLong(
                                (Option option) -> -option.evidence().points())
                        .thenComparingInt(option -> distance(one, option)))
                .limit(NEIGHBOURS_MAX)
                .forEach(options::add);
        options.removeIf(option -> option.evidence().points() == 0 || !scene.fit(one, others.get(option.place())));
        return options;
    }

    /// Those of the same territory and, for managers, specialists and support, of whom there are few, those of the
    /// same kind anywhere.
    private Stream<Integer> neighbours(Person one) {
        var near = one.text("territory").map(byTerritory::get).stream().flatMap(List::stream);
        var alike = byFamily.getOrDefault(one.family(), List.of()).stream();
        return Stream.concat(near, alike).distinct().filter(place -> scene.fit(one, others.get(place)));
    }

    /// Neighbours of equal points are spread, so that not all reps compete for the same few.
    private int distance(Person one, Option option) {
        return Math.floorMod(option.place() - one.rep().value().hashCode(), others.size());
    }

    private Option option(Person one, int place) {
        return new Option(place, scene.between(one, others.get(place)));
    }

    private Proposal proposal(Pairing pairing, List<Evidence> evidence) {
        var pairs = pairing.paired().stream()
                .mapToObj(pair -> new Proposed(
                        ones.get(pairing.candidates().left(pair)).rep(),
                        others.get(pairing.candidates().right(pair)).rep(),
                        evidence.get(pair)))
                .toList();
        return new Proposal(pairs, pairing.worth(), pairing.bound());
    }
}
