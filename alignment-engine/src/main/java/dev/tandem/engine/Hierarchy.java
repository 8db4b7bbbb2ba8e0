package dev.tandem.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// How accounts of two books are related that are not the same customer, by what either CRM says of parents and
/// by which accounts match. What is above an account is also above its counterpart; a circle of parents is
/// nobody's parent. The same, in whatever order it was told.
public final class Hierarchy {
    private static final int MOST_LEVELS = 32;

    private final Map<Node, Node> parents = new HashMap<>();
    private final Map<Node, Set<Node>> counterparts = new HashMap<>();
    private final Map<Party, Set<String>> ids = new TreeMap<>();

    private record Node(Party party, String id) implements Comparable<Node> {
        @Override
        public int compareTo(Node other) {
            var byParty = party.compareTo(other.party);
            return byParty == 0 ? id.compareTo(other.id) : byParty;
        }
    }

    /// What the account of A is to that of B.
    public enum Kinship {
        SAME,
        PARENT,
        CHILD,
        SIBLING,
        DIFFERENT
    }

    /// What an account of one party is to one of its partner, and why, to be read by that party.
    public record Relation(Party party, String id, String idOfPartner, Kinship kinship, String because) {}

    /// @param parentsOfA by account its parent in the same CRM; those without one left out
    /// @param matches ids of A and of B that are the same customer
    public Hierarchy(Map<String, String> parentsOfA, Map<String, String> parentsOfB, Collection<Pair> matches) {
        parentsOfA.forEach((id, parent) -> parent(new Node(Party.A, id), new Node(Party.A, parent)));
        parentsOfB.forEach((id, parent) -> parent(new Node(Party.B, id), new Node(Party.B, parent)));
        for (var match : matches) {
            counterpart(new Node(Party.A, match.idOfA()), new Node(Party.B, match.idOfB()));
            counterpart(new Node(Party.B, match.idOfB()), new Node(Party.A, match.idOfA()));
        }
    }

    /// Two accounts by their ids.
    public record Pair(String idOfA, String idOfB) {}

    private void parent(Node child, Node parent) {
        ids.computeIfAbsent(child.party, _ -> new TreeSet<>()).add(child.id);
        ids.computeIfAbsent(child.party, _ -> new TreeSet<>()).add(parent.id);
        parents.put(child, parent);
    }

    private void counterpart(Node one, Node other) {
        counterparts.computeIfAbsent(one, _ -> new TreeSet<>()).add(other);
    }

    public Kinship kinship(String idOfA, String idOfB) {
        var one = new Node(Party.A, idOfA);
        var other = new Node(Party.B, idOfB);
        if (same(one).contains(other)) {
            return Kinship.SAME;
        }
        var isBelow = above(one).contains(other);
        var isAbove = above(other).contains(one);
        if (isBelow != isAbove) {
            return isBelow ? Kinship.CHILD : Kinship.PARENT;
        }
        var shared = new TreeSet<>(next(one));
        shared.retainAll(next(other));
        return shared.isEmpty() || isBelow ? Kinship.DIFFERENT : Kinship.SIBLING;
    }

    /// Of each account without a counterpart the nearest parent that the partner has, if it has one; in order of
    /// party and id.
    public List<Relation> partnersParents() {
        var relations = new ArrayList<Relation>();
        ids.forEach((party, all) -> all.stream()
                .map(id -> new Node(party, id))
                .filter(node -> same(node).size() == 1)
                .forEach(node -> nearest(node, relations)));
        return relations;
    }

    private void nearest(Node node, List<Relation> relations) {
        above(node).stream()
                .filter(parent -> parent.party != node.party && !above(parent).contains(node))
                .findFirst()
                .ifPresent(parent -> relations.add(new Relation(
                        node.party,
                        node.id,
                        parent.id,
                        Kinship.CHILD,
                        "Your partner has the parent of this account, not the account itself.")));
    }

    /// The account and its counterparts.
    private Set<Node> same(Node node) {
        var same = new TreeSet<Node>(List.of(node));
        same.addAll(counterparts.getOrDefault(node, Set.of()));
        return same;
    }

    /// The parents one level up, with their counterparts.
    private Set<Node> next(Node node) {
        var next = new TreeSet<Node>();
        for (var one : same(node)) {
            var parent = parents.get(one);
            if (parent != null) {
                next.addAll(same(parent));
            }
        }
        return next;
    }

    /// All that is above, the nearest first.
    private Set<Node> above(Node node) {
        var above = new LinkedHashSet<Node>();
        Set<Node> level = next(node);
        for (var n = 0; n < MOST_LEVELS && !level.isEmpty(); n++) {
            var higher = new TreeSet<Node>();
            for (var one : level) {
                if (above.add(one)) {
                    higher.addAll(next(one));
                }
            }
            level = higher;
        }
        above.removeAll(same(node));
        return above;
    }
}
