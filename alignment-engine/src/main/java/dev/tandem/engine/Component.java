package dev.tandem.engine;

import dev.tandem.engine.Clusters.Kind;
import dev.tandem.engine.Clusters.Link;
import dev.tandem.engine.Clusters.Member;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Accounts that hang together by links, and the clusters that they fall into: first duplicates, then confirmed
/// pairs, then the likely ones.
final class Component {
    private static final double UNIT = 1_000;
    private static final double SUREST = 0.999_999;

    private final Map<Member, NavigableSet<Member>> clusterOf = new TreeMap<>();
    private final Map<List<Member>, Link> links = new HashMap<>();
    /// By account: the least of its duplicates.
    private final Map<Member, Member> customers = new HashMap<>();

    Component(Collection<Link> found) {
        for (var link : found.stream().sorted(Link.ORDER).toList()) {
            links.putIfAbsent(List.of(link.one(), link.other()), link);
            clusterOf.computeIfAbsent(link.one(), Component::alone);
            clusterOf.computeIfAbsent(link.other(), Component::alone);
        }
        of(Kind.DUPLICATES).forEach(this::join);
        clusterOf.forEach((member, duplicates) -> customers.put(member, duplicates.first()));
        of(Kind.CONFIRMED).stream().filter(this::isAllowed).forEach(this::join);
        joinLikely();
    }

    private static NavigableSet<Member> alone(Member member) {
        return new TreeSet<>(List.of(member));
    }

    /// Those of two parties or more.
    List<List<Member>> clusters() {
        return clusterOf.values().stream()
                .distinct()
                .filter(cluster ->
                        !cluster.first().party().equals(cluster.last().party()))
                .map(List::copyOf)
                .toList();
    }

    /// What was confirmed, or is likely enough to be a match, and is in no cluster.
    List<Link> refused() {
        return links.values().stream()
                .filter(link -> link.kind() == Kind.CONFIRMED
                        || (link.kind() == Kind.LIKELY && link.probability() >= Deciding.MATCH))
                .filter(link -> !cluster(link.one()).equals(cluster(link.other())))
                .toList();
    }

    private List<Link> of(Kind kind) {
        return links.values().stream()
                .filter(link -> link.kind() == kind)
                .sorted(Link.ORDER)
                .toList();
    }

    private NavigableSet<Member> cluster(Member member) {
        return clusterOf.getOrDefault(member, alone(member));
    }

    private void join(Link link) {
        join(cluster(link.one()), cluster(link.other()));
    }

    private void join(NavigableSet<Member> one, NavigableSet<Member> other) {
        if (!one.equals(other)) {
            one.addAll(other);
            other.forEach(member -> clusterOf.put(member, one));
        }
    }

    private boolean isAllowed(Link link) {
        return isAllowed(cluster(link.one()), cluster(link.other()));
    }

    private boolean isAllowed(Collection<Member> one, Collection<Member> other) {
        return one.stream().allMatch(mine -> other.stream().allMatch(its -> isAllowed(mine, its)));
    }

    private boolean isAllowed(Member mine, Member its) {
        var isOtherCustomer =
                mine.party().equals(its.party()) && !customer(mine).equals(customer(its));
        var known = links.get(mine.compareTo(its) < 0 ? List.of(mine, its) : List.of(its, mine));
        return !isOtherCustomer && (known == null || known.kind() != Kind.REJECTED);
    }

    private Member customer(Member member) {
        return customers.getOrDefault(member, member);
    }

    private void joinLikely() {
        var likely = of(Kind.LIKELY);
        var blocks = likely.stream()
                .flatMap(link -> List.of(cluster(link.one()), cluster(link.other())).stream())
                .distinct()
                .sorted(Comparator.comparing(NavigableSet::first))
                .toList();
        if (blocks.size() <= Partition.MOST_BLOCKS) {
            best(blocks, likely)
                    .sets()
                    .forEach(set -> set.forEach(n -> join(blocks.get(set.getFirst()), blocks.get(n))));
        } else {
            likely.stream()
                    .filter(link -> weight(link) > 0)
                    .sorted(Comparator.comparingLong((Link link) -> -weight(link))
                            .thenComparing(Link.ORDER))
                    .filter(this::isAllowed)
                    .forEach(this::join);
        }
    }

    private Partition best(List<NavigableSet<Member>> blocks, List<Link> likely) {
        var partition = new Partition(blocks.size());
        for (var link : likely) {
            partition.weigh(blocks.indexOf(cluster(link.one())), blocks.indexOf(cluster(link.other())), weight(link));
        }
        for (var i = 0; i < blocks.size(); i++) {
            for (var k = 0; k < i; k++) {
                if (!isAllowed(blocks.get(i), blocks.get(k))) {
                    partition.forbid(i, k);
                }
            }
        }
        return partition;
    }

    /// The logarithm of the odds, in whole numbers, so that the order of sums does not matter; a little above 0 for
    /// a pair that is as likely as not, for that is a match.
    private static long weight(Link link) {
        var probability = Math.min(link.probability(), SUREST);
        return Math.round(UNIT * Math.log(probability / (1 - probability))) + 1;
    }
}
