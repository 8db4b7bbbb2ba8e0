package dev.tandem.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The pairs of customers, by the pairs of their accounts and by what people decided.
final class CustomerPairs {
    private final LiveCustomers a;
    private final LiveCustomers b;
    private final Rulings rulings;
    private final Evidences evidences;

    CustomerPairs(LiveCustomers a, LiveCustomers b, Rulings rulings, Evidences evidences) {
        this.a = a;
        this.b = b;
        this.rulings = rulings;
        this.evidences = evidences;
    }

    LiveCustomers customers(Party party) {
        return party == Party.A ? a : b;
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
        customers(party)
                .accounts(customer)
                .forEach(account -> evidences.pairs(
                        party,
                        account,
                        (other, bits) -> best.merge(customers(party.other()).customer(other), bits, Math::max)));
        return best.entrySet().stream()
                .filter(other -> mayCompete(party, customer, other.getKey()))
                .map(other -> party == Party.A
                        ? edge(customer, other.getKey(), other.getValue())
                        : edge(other.getKey(), customer, other.getValue()))
                .toList();
    }

    /// The evidence for two accounts that are there.
    float bits(String idOfA, String idOfB) {
        return evidences.bits(idOfA, idOfB);
    }

    /// The evidence for every other pair of the customers of two accounts.
    List<Float> rivals(String idOfA, String idOfB) {
        var customerOfA = a.customer(idOfA);
        var customerOfB = b.customer(idOfB);
        return Stream.concat(of(Party.A, customerOfA).stream(), of(Party.B, customerOfB).stream())
                .filter(edge -> !edge.idOfA.equals(customerOfA) || !edge.idOfB.equals(customerOfB))
                .map(edge -> edge.isConfirmed ? Deciding.MOST_BITS : edge.bits)
                .toList();
    }

    /// Customers of the other book with whom people confirmed one of its accounts, both of which are there.
    private Set<String> confirmed(Party party, String customer) {
        var found = new TreeSet<String>();
        if (!rulings.confirmed().isEmpty()) {
            for (var account : customers(party).accounts(customer)) {
                rulings.confirmed().of(party, account).stream()
                        .filter(customers(party.other())::has)
                        .map(customers(party.other())::customer)
                        .forEach(found::add);
            }
        }
        return found;
    }

    private boolean mayCompete(Party party, String customer, String other) {
        var isRejected = party == Party.A ? rulings.areRejected(customer, other) : rulings.areRejected(other, customer);
        return !isRejected && confirmed(party.other(), other).isEmpty();
    }

    private Edge confirmed(String customerOfA, String customerOfB) {
        return Edge.confirmed(a.number(customerOfA), b.number(customerOfB), customerOfA, customerOfB);
    }

    private Edge edge(String customerOfA, String customerOfB, float bits) {
        var edge = new Edge(a.number(customerOfA), b.number(customerOfB), customerOfA, customerOfB, bits);
        edge.isOfSeveral = rulings.isSeveral(Party.A, customerOfA) || rulings.isSeveral(Party.B, customerOfB);
        return edge;
    }
}
