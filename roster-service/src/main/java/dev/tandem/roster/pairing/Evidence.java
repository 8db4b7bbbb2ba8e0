package dev.tandem.roster.pairing;

import dev.tandem.contracts.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Why two reps would work well together, in points. Shared customers weigh most: each more than a territory, and the
/// more the higher its tier. That two are counterparts already weighs too, so that a small change does not part them.
record Evidence(Shared accounts, List<Trait> traits) {
    static final Evidence DECIDED = new Evidence(Shared.NONE, List.of(Trait.WANTED));

    /// What two reps have in common besides accounts.
    enum Trait {
        WANTED(100_000_000, "DECIDED", "Somebody decided that they work together."),
        TERRITORY(60, "SAME_TERRITORY", "They cover the same territory."),
        SEGMENT(30, "SAME_SEGMENT", "They sell to the same segment."),
        ROLE(20, "SAME_ROLE", "They have the same role."),
        /// Managers with managers, specialists with specialists.
        FAMILY(25, "SAME_KIND_OF_ROLE", "Their roles are of the same kind."),
        PRODUCT(15, "COMMON_PRODUCT", "They sell or know a product that both name."),
        LANGUAGE(10, "COMMON_LANGUAGE", "They have a language in common."),
        CURRENT(50, "COUNTERPARTS_ALREADY", "They are counterparts already.");

        private final int points;
        private final String code;
        private final String sentence;

        Trait(int points, String code, String sentence) {
            this.points = points;
            this.code = code;
            this.sentence = sentence;
        }

        /// Whether it tells nothing beyond these fields of a rep.
        boolean isKnownBy(Set<String> shown) {
            return switch (this) {
                case WANTED, CURRENT -> true;
                case TERRITORY -> shown.contains("territory");
                case SEGMENT -> shown.contains("segment");
                case ROLE -> shown.contains("role");
                case FAMILY -> shown.contains("roleFamily") || shown.contains("role");
                case PRODUCT -> shown.contains("products") || shown.contains("skills");
                case LANGUAGE -> shown.contains("languages");
            };
        }

        Reason because() {
            return new Reason(code, sentence);
        }
    }

    /// Joint accounts that two reps share.
    ///
    /// @param owned that both own, of which `tierA` and `tierB` are of these tiers in the shared book
    /// @param named that at least one of them does not own but is named for
    /// @param team that their people share, for two managers
    record Shared(int owned, int tierA, int tierB, int named, int team) {
        static final Shared NONE = new Shared(0, 0, 0, 0, 0);
        static final String NAMED_FOR = "NAMED_ACCOUNTS";
        private static final int OWNED = 100;
        private static final int TIER_A = 100;
        private static final int TIER_B = 50;
        private static final int NAMED = 70;
        private static final int TEAM = 20;

        Shared plus(Shared more) {
            return new Shared(
                    owned + more.owned, tierA + more.tierA, tierB + more.tierB, named + more.named, team + more.team);
        }

        /// Whether they meet at a customer themselves.
        boolean meet() {
            return owned + named > 0;
        }

        long points() {
            return (long) owned * OWNED
                    + (long) tierA * TIER_A
                    + (long) tierB * TIER_B
                    + (long) named * NAMED
                    + (long) team * TEAM;
        }

        List<Reason> because() {
            var because = new ArrayList<Reason>();
            if (owned > 0) {
                because.add(new Reason("SHARED_ACCOUNTS", "They share joint accounts: " + owned + "."));
            }
            if (tierA + tierB > 0) {
                because.add(new Reason("HIGH_TIER", "Of tier A or B are " + (tierA + tierB) + " of these."));
            }
            if (named > 0) {
                because.add(new Reason(NAMED_FOR, "Named for the same joint accounts: " + named + "."));
            }
            if (team > 0) {
                because.add(new Reason("TEAM_ACCOUNTS", "Their teams share joint accounts: " + team + "."));
            }
            return because;
        }
    }

    Evidence {
        traits = List.copyOf(new TreeSet<>(traits));
    }

    static Evidence of(Shared accounts, Collection<Trait> traits) {
        return new Evidence(accounts, List.copyOf(traits));
    }

    long points() {
        return accounts.points()
                + traits.stream().mapToLong(trait -> trait.points).sum();
    }

    /// Without what would tell of a field that is no longer offered.
    long points(Set<String> shown) {
        return accounts.points()
                + traits.stream()
                        .filter(trait -> trait.isKnownBy(shown))
                        .mapToLong(trait -> trait.points)
                        .sum();
    }

    /// The decision first, if there is one, then the accounts; without what would tell of a field that is no longer
    /// offered.
    ///
    /// @param shown the fields of the partner's rep that the reader may read
    List<Reason> because(Set<String> shown) {
        var because = new ArrayList<Reason>();
        traits.stream()
                .filter(trait -> trait == Trait.WANTED)
                .map(Trait::because)
                .forEach(because::add);
        accounts.because().stream()
                .filter(reason ->
                        shown.contains("namedAccounts") || !reason.code().equals(Shared.NAMED_FOR))
                .forEach(because::add);
        traits.stream()
                .filter(trait -> trait != Trait.WANTED && trait.isKnownBy(shown))
                .map(Trait::because)
                .forEach(because::add);
        return because;
    }
}
