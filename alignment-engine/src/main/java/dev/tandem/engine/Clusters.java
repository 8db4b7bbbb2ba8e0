package dev.tandem.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/// Which accounts of any number of parties are one customer, from what is known of pairs. Never two accounts of
/// one party, unless they are declared duplicates, and never a rejected pair; among what is left, the clusters
/// that keep the most evidence together: the best there are where few accounts hang together, else the likeliest
/// pair first. A pure function of the links, in whatever order; accounts that do not hang together do not touch
/// each other, so that after a change only its surroundings need be asked for.
///
/// @param all the clusters of two parties or more, each in order of its members, in order of their first ones
/// @param refused pairs likely enough to be matches, or confirmed, that no cluster could keep: for a person
public record Clusters(List<List<Member>> all, List<Link> refused) {
    public Clusters {
        all = List.copyOf(all);
        refused = List.copyOf(refused);
    }

    /// An account of a party; parties and accounts by whatever names they have.
    public record Member(String party, String account) implements Comparable<Member> {
        private static final Comparator<Member> ORDER =
                Comparator.comparing(Member::party).thenComparing(Member::account);

        @Override
        public int compareTo(Member other) {
            return ORDER.compare(this, other);
        }
    }

    /// What is known of two accounts. Of the same two, a rejection outweighs a confirmation, and both a likelihood.
    public enum Kind {
        REJECTED,
        DUPLICATES,
        CONFIRMED,
        LIKELY
    }

    /// Something known of two accounts, the lesser one first; `probability` counts where it is only likely.
    public record Link(Member one, Member other, Kind kind, float probability) {
        static final Comparator<Link> ORDER = Comparator.comparing(Link::one)
                .thenComparing(Link::other)
                .thenComparing(Link::kind)
                .thenComparingDouble(link -> -link.probability);

        public Link {
            if (one.compareTo(other) >= 0) {
                throw new IllegalArgumentException("the lesser account comes first, and no account twice: " + one);
            }
            if (kind == Kind.DUPLICATES && !one.party().equals(other.party())) {
                throw new IllegalArgumentException("duplicates are accounts of one party: " + one + ", " + other);
            }
        }

        public static Link of(Member one, Member other, Kind kind) {
            return of(one, other, kind, 1);
        }

        public static Link likely(Member one, Member other, float probability) {
            return of(one, other, Kind.LIKELY, probability);
        }

        private static Link of(Member one, Member other, Kind kind, float probability) {
            return one.compareTo(other) < 0
                    ? new Link(one, other, kind, probability)
                    : new Link(other, one, kind, probability);
        }
    }

    public static Clusters of(Collection<Link> links) {
        var known = new TreeMap<Member, List<Link>>();
        for (var link : links) {
            known.computeIfAbsent(link.one(), _ -> new ArrayList<>()).add(link);
            known.computeIfAbsent(link.other(), _ -> new ArrayList<>()).add(link);
        }
        return around(known.keySet(), member -> known.getOrDefault(member, List.of()));
    }

    /// The clusters of some accounts and of all that hang together with them.
    ///
    /// @param links all that is known of an account
    public static Clusters around(Collection<Member> members, Function<Member, Collection<Link>> links) {
        var seen = new HashSet<Member>();
        var clusters = new ArrayList<List<Member>>();
        var refused = new ArrayList<Link>();
        for (var member : members.stream().sorted().toList()) {
            if (seen.add(member)) {
                var component = new Component(together(member, links, seen));
                clusters.addAll(component.clusters());
                refused.addAll(component.refused());
            }
        }
        clusters.sort(Comparator.comparing(List::getFirst));
        refused.sort(Link.ORDER);
        return new Clusters(clusters, refused);
    }

    private static Collection<Link> together(
            Member from, Function<Member, Collection<Link>> links, Collection<Member> seen) {
        var found = new HashSet<Link>();
        var open = new ArrayDeque<Member>();
        open.add(from);
        while (!open.isEmpty()) {
            for (var link : links.apply(open.remove())) {
                found.add(link);
                for (var end : List.of(link.one(), link.other())) {
                    if (link.kind() != Kind.REJECTED && seen.add(end)) {
                        open.add(end);
                    }
                }
            }
        }
        return found;
    }
}
