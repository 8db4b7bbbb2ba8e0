package dev.tandem.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Finds the pairs of a customer in two books that change.
final class LivePairs {
    private final LiveBook a;
    private final LiveBook b;
    private final Rulings rulings;
    private final Comparison comparison = new Comparison(Weights.shipped());
    private final Reach reach = new Reach(Weights.shipped());
    private final Candidates ofA;
    private final Candidates ofB;
    private final Commonness common;

    LivePairs(LiveBook a, LiveBook b, Rulings rulings, Statistics statistics, Keys keys) {
        this.a = a;
        this.b = b;
        this.rulings = rulings;
        ofA = new Candidates(a.side, b.side, keys);
        ofB = new Candidates(b.side, a.side, keys);
        common = new Commonness(a.side.index, b.side.index, statistics);
    }

    /// A book has changed.
    void forget() {
        common.forget();
    }

    /// The confirmed pairs of the customer; if there are none, those that may be the same, each with the best
    /// evidence of its accounts.
    List<Edge> of(Party party, String customer) {
        var confirmed = confirmed(party, customer);
        if (!confirmed.isEmpty()) {
            return confirmed.stream()
                    .map(other -> party == Party.A ? confirmed(customer, other) : confirmed(other, customer))
                    .toList();
        }
        Map<String, Float> best = new TreeMap<>();
        book(party).accounts(customer).forEach(account -> compare(party, account, best));
        return best.entrySet().stream()
                .filter(other -> mayCompete(party, customer, other.getKey()))
                .map(other -> party == Party.A
                        ? edge(customer, other.getKey(), other.getValue())
                        : edge(other.getKey(), customer, other.getValue()))
                .toList();
    }

    /// The evidence for two accounts that are there.
    float bits(String idOfA, String idOfB) {
        return comparison.compare(a.side.book, a.row(idOfA), b.side.book, b.row(idOfB), common);
    }

    Explanation explain(String idOfA, String idOfB) {
        bits(idOfA, idOfB);
        return comparison.explanation();
    }

    LiveBook book(Party party) {
        return party == Party.A ? a : b;
    }

    /// The evidence for every other pair of the customers of two accounts.
    List<Float> rivals(String idOfA, String idOfB) {
        var customerOfA = rulings.customer(Party.A, idOfA);
        var customerOfB = rulings.customer(Party.B, idOfB);
        return Stream.concat(of(Party.A, customerOfA).stream(), of(Party.B, customerOfB).stream())
                .filter(edge -> !edge.idOfA.equals(customerOfA) || !edge.idOfB.equals(customerOfB))
                .map(edge -> edge.isConfirmed ? Deciding.MOST_BITS : edge.bits)
                .toList();
    }

    boolean areCompared(String idOfA, String idOfB) {
        ofA.find(a.row(idOfA));
        return ofA.has(b.row(idOfB));
    }

    /// Customers of the other book with whom people confirmed one of its accounts, both of which are there.
    private Set<String> confirmed(Party party, String customer) {
        var found = new TreeSet<String>();
        if (!rulings.confirmed().isEmpty()) {
            for (var account : book(party).accounts(customer)) {
                rulings.confirmed().of(party, account).stream()
                        .filter(book(party.other())::has)
                        .map(other -> rulings.customer(party.other(), other))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private boolean mayCompete(Party party, String customer, String other) {
        var isRejected = party == Party.A ? rulings.areRejected(customer, other) : rulings.areRejected(other, customer);
        return !isRejected && confirmed(party.other(), other).isEmpty();
    }

    private void compare(Party party, String account, Map<String, Float> best) {
        var row = book(party).row(account);
        var candidates = party == Party.A ? ofA : ofB;
        candidates.find(row);
        for (var n = 0; n < candidates.size; n++) {
            var rowOfA = party == Party.A ? row : candidates.rows[n];
            var rowOfB = party == Party.A ? candidates.rows[n] : row;
            if (reach.canReach(Alignment.FLOOR, a.side.book, rowOfA, b.side.book, rowOfB, common)) {
                var bits = comparison.compare(a.side.book, rowOfA, b.side.book, rowOfB, common);
                if (bits >= Alignment.FLOOR) {
                    best.merge(book(party.other()).customer(candidates.rows[n]), bits, Math::max);
                }
            }
        }
    }

    private Edge confirmed(String customerOfA, String customerOfB) {
        return Edge.confirmed(a.number(customerOfA), b.number(customerOfB), customerOfA, customerOfB);
    }

    private Edge edge(String customerOfA, String customerOfB, float bits) {
        return new Edge(a.number(customerOfA), b.number(customerOfB), customerOfA, customerOfB, bits);
    }
}
