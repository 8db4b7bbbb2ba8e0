package dev.tandem.roster.recognition;

import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.roster.recognition.Recognition.Person;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Which recognitions of a month count. Whoever deals them out, in whatever order and however many: nobody gets more
/// than three a month, nobody deals out more than five, nobody is recognised twice by the same rep or for the same
/// activity, and of two who recognise each other only the first counts.
record Counting(List<Recognition> ofOneMonth) {
    static final int RECEIVED_MAX = 3;
    static final int GIVEN_MAX = 5;

    private static final Comparator<Recognition> AS_SAID =
            Comparator.comparing((Recognition each) -> each.said().at()).thenComparing(Recognition::id);

    /// Why each does not count, by id; those that count are not in it.
    Map<String, Reason> without() {
        var counted = new ArrayList<Recognition>();
        var without = new TreeMap<String, Reason>();
        ofOneMonth.stream()
                .sorted(AS_SAID)
                .forEach(each -> against(each, counted)
                        .ifPresentOrElse(why -> without.put(each.id(), why), () -> counted.add(each)));
        return without;
    }

    private static Optional<Reason> against(Recognition each, List<Recognition> counted) {
        if (each.from().rep().equals(each.to().rep())) {
            return why("OWN", "Nobody recognises oneself.");
        }
        if (!each.isConfirmed()) {
            return why("NOT_CONFIRMED", "The other side has not confirmed it.");
        }
        if (has(counted, was -> was.to().equals(each.to()) && was.from().equals(each.from()))) {
            return why("SAME_TWO", "The same rep recognised this one before, this month.");
        }
        if (has(counted, was -> was.to().equals(each.from()) && was.from().equals(each.to()))) {
            return why("IN_RETURN", "It answers a recognition of this month.");
        }
        if (has(counted, was -> was.to().equals(each.to()) && was.activity().equals(each.activity()))) {
            return why("SAME_ACTIVITY", "For this activity the rep was recognised before.");
        }
        return overLimit(each, counted);
    }

    private static Optional<Reason> overLimit(Recognition each, List<Recognition> counted) {
        if (count(counted, was -> was.to().equals(each.to())) >= RECEIVED_MAX) {
            return why("RECEIVED_ENOUGH", "More than " + RECEIVED_MAX + " a month do not count.");
        }
        return count(counted, was -> was.from().equals(each.from())) >= GIVEN_MAX
                ? why("GAVE_ENOUGH", "More than " + GIVEN_MAX + " a month from one rep do not count.")
                : Optional.empty();
    }

    private static boolean has(Collection<Recognition> counted, Predicate<Recognition> like) {
        return counted.stream().anyMatch(like);
    }

    private static long count(Collection<Recognition> counted, Predicate<Recognition> like) {
        return counted.stream().filter(like).count();
    }

    private static Optional<Reason> why(String code, String sentence) {
        return Optional.of(new Reason(code, sentence));
    }

    /// How many count, by the company of those who are recognised, and how many people these are.
    Map<String, Team> teams() {
        var without = without().keySet();
        var teams = new HashMap<String, Team>();
        ofOneMonth.stream()
                .filter(each -> !without.contains(each.id()))
                .map(Recognition::to)
                .forEach(to -> teams.merge(to.company().value(), Team.of(to), Team::and));
        return teams;
    }

    /// Of several people together, never of single ones.
    record Team(int counted, Set<RepId> people) {
        static Team of(Person person) {
            return new Team(1, Set.of(person.rep()));
        }

        Team and(Team other) {
            var all = new java.util.HashSet<>(people);
            all.addAll(other.people);
            return new Team(counted + other.counted, all);
        }
    }
}
