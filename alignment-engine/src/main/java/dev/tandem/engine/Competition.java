package dev.tandem.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;

/// Keeps which pairs of customers stand while pairs come and go. A confirmed pair stands. Any other stands if it
/// is likely enough and no likelier pair of either customer stands: there is exactly one such set, the one that a batch
/// finds by taking the
/// likeliest first. A change is followed from pair to pair, downwards, and no further than it changes
/// anything.
final class Competition {
    private final List<List<Edge>> ofA = new ArrayList<>();
    private final List<List<Edge>> ofB = new ArrayList<>();
    private final double against;
    private final Set<Edge> standing = new HashSet<>();
    /// Customers of each party whose pairs have changed since they were settled last.
    private final Set<Integer> changedA = new TreeSet<>();

    private final Set<Integer> changedB = new TreeSet<>();
    private LiveAlignment.Changes changes = new LiveAlignment.Changes(new TreeSet<>(), new TreeSet<>());

    Competition(double against) {
        this.against = against;
    }

    Set<Edge> standing() {
        return standing;
    }

    private void add(Edge edge) {
        of(Party.A, edge.a).add(edge);
        of(Party.B, edge.b).add(edge);
        changed(edge);
    }

    /// Those of a customer, the likeliest first.
    List<Edge> standing(Party party, int customer) {
        return of(party, customer).stream()
                .filter(edge -> edge.stands)
                .sorted(Edge.LIKELIER)
                .toList();
    }

    LiveAlignment.Changes takeChanges() {
        var taken = changes;
        changes = new LiveAlignment.Changes(new TreeSet<>(), new TreeSet<>());
        return taken;
    }

    private void tell(Edge edge) {
        changes.ofA().add(edge.idOfA);
        changes.ofB().add(edge.idOfB);
    }

    /// The pairs of a customer are now these; nothing happens to those that are as they were.
    void replace(Party party, int row, List<Edge> now) {
        for (var edge : List.copyOf(of(party, row))) {
            if (now.stream().noneMatch(edge::isSameAs)) {
                remove(edge);
            }
        }
        var kept = List.copyOf(of(party, row));
        for (var edge : now) {
            if (kept.stream().noneMatch(edge::isSameAs)) {
                add(edge);
            }
        }
    }

    private void remove(Edge edge) {
        of(Party.A, edge.a).remove(edge);
        of(Party.B, edge.b).remove(edge);
        if (edge.stands) {
            tell(edge);
        }
        edge.stands = false;
        standing.remove(edge);
        changed(edge);
    }

    private void changed(Edge edge) {
        changedA.add(edge.a);
        changedB.add(edge.b);
    }

    /// Settles what has changed.
    void settle() {
        var affected = affected();
        affected.forEach(this::weigh);
        var queue = new PriorityQueue<>(Edge.LIKELIER);
        var queued = new HashSet<>(affected);
        affected.forEach(edge -> queued.addAll(neighbours(edge)));
        queue.addAll(queued);
        while (!queue.isEmpty()) {
            settle(queue.remove(), queue, queued);
        }
        changedA.clear();
        changedB.clear();
    }

    private void weigh(Edge edge) {
        var was = edge.probability;
        var led = edge.lead;
        edge.probability(edge.isConfirmed ? 1 : Deciding.probability(edge.odds, rivals(edge), against));
        edge.lead = edge.isConfirmed ? Float.POSITIVE_INFINITY : edge.bits - bestRival(edge);
        if (edge.stands && (edge.probability != was || edge.lead != led)) {
            tell(edge);
        }
    }

    private Set<Edge> affected() {
        var affected = new LinkedHashSet<Edge>();
        changedA.forEach(row -> affected.addAll(of(Party.A, row)));
        changedB.forEach(row -> affected.addAll(of(Party.B, row)));
        return affected;
    }

    private void settle(Edge edge, PriorityQueue<Edge> queue, Set<Edge> queued) {
        queued.remove(edge);
        var stands = edge.isConfirmed || (edge.probability >= Deciding.REVIEW && !isBeaten(edge));
        if (stands != edge.stands) {
            edge.stands = stands;
            tell(edge);
            var _ = stands ? standing.add(edge) : standing.remove(edge);
            neighbours(edge).stream().filter(edge::isBefore).filter(queued::add).forEach(queue::add);
        }
    }

    private List<Edge> neighbours(Edge edge) {
        var neighbours = new ArrayList<Edge>(of(Party.A, edge.a));
        neighbours.addAll(of(Party.B, edge.b));
        neighbours.removeIf(other -> other == edge);
        return neighbours;
    }

    /// The odds of all other pairs of either account.
    private double rivals(Edge edge) {
        return sum(of(Party.A, edge.a)) + sum(of(Party.B, edge.b)) - 2 * edge.odds;
    }

    private boolean isBeaten(Edge edge) {
        return isBeaten(edge, of(Party.A, edge.a)) || isBeaten(edge, of(Party.B, edge.b));
    }

    private static boolean isBeaten(Edge edge, List<Edge> by) {
        for (var other : by) {
            if (other.stands && other != edge && other.isBefore(edge)) {
                return true;
            }
        }
        return false;
    }

    private float bestRival(Edge edge) {
        return Math.max(bestBeside(edge, of(Party.A, edge.a)), bestBeside(edge, of(Party.B, edge.b)));
    }

    private static float bestBeside(Edge edge, List<Edge> edges) {
        var best = Rivals.NONE;
        for (var other : edges) {
            best = other == edge ? best : Math.max(best, other.bits);
        }
        return best;
    }

    private static double sum(List<Edge> edges) {
        var sum = 0.0;
        for (var edge : edges) {
            sum += edge.odds;
        }
        return sum;
    }

    private List<Edge> of(Party party, int row) {
        var rows = party == Party.A ? ofA : ofB;
        while (rows.size() <= row) {
            rows.add(new ArrayList<>(2));
        }
        return rows.get(row);
    }
}
