package dev.tandem.engine;

import dev.tandem.engine.LiveAlignment.Changes;
import dev.tandem.engine.LiveAlignment.Standing;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The pairs of accounts that stand, by the pairs of customers that do.
final class Standings {
    private final LiveCustomers a;
    private final LiveCustomers b;
    private final Rulings rulings;
    private final Competition competition;
    private final CustomerPairs pairs;
    private final Snapshot snapshot;

    Standings(CustomerPairs pairs, Rulings rulings, Competition competition, Snapshot snapshot) {
        a = pairs.customers(Party.A);
        b = pairs.customers(Party.B);
        this.rulings = rulings;
        this.competition = competition;
        this.pairs = pairs;
        this.snapshot = snapshot;
    }

    List<Standing> all() {
        return competition.standing().stream()
                .sorted(Edge.LIKELIER)
                .flatMap(edge -> standing(edge).stream())
                .toList();
    }

    List<Standing> of(Party party, String id) {
        var customers = pairs.customers(party);
        if (!customers.has(id)) {
            return List.of();
        }
        return competition.standing(party, customers.number(customers.customer(id))).stream()
                .flatMap(edge -> standing(edge).stream())
                .filter(pair -> id.equals(party == Party.A ? pair.idOfA() : pair.idOfB()))
                .toList();
    }

    /// Of two accounts that are there.
    Answer ask(String idOfA, String idOfB, Explanation explanation, boolean areCompared) {
        var asking = new Asking(explanation, snapshot.against, snapshot.margin);
        if (rulings.isRejected(idOfA, idOfB)) {
            return asking.answer(Answer.Status.REJECTED);
        }
        pairs.rivals(idOfA, idOfB).forEach(asking::rival);
        return of(Party.A, idOfA).stream()
                .filter(pair -> pair.idOfB().equals(idOfB))
                .findFirst()
                .map(pair -> asking.answer(Answer.Status.of(pair.decision(), rulings.isConfirmed(idOfA, idOfB))))
                .orElseGet(() -> asking.notStanding(areCompared));
    }

    Changes takeChanges() {
        var taken = competition.takeChanges();
        return new Changes(accounts(Party.A, taken.ofA()), accounts(Party.B, taken.ofB()));
    }

    private Set<String> accounts(Party party, Set<String> customers) {
        var accounts = new TreeSet<>(pairs.customers(party).regrouped);
        pairs.customers(party).regrouped.clear();
        for (var customer : customers) {
            if (rulings.isSeveral(party, customer)) {
                accounts.addAll(rulings.accounts(party, customer));
            } else {
                accounts.add(customer);
            }
        }
        return accounts;
    }

    /// The pairs of accounts of a pair of customers.
    private List<Standing> standing(Edge edge) {
        return a.accounts(edge.idOfA).stream()
                .flatMap(idOfA -> b.accounts(edge.idOfB).stream()
                        .filter(idOfB -> !rulings.isRejected(idOfA, idOfB))
                        .map(idOfB -> standing(edge, idOfA, idOfB)))
                .toList();
    }

    private Standing standing(Edge edge, String idOfA, String idOfB) {
        var decision = Deciding.decision(edge.probability, edge.lead, snapshot.margin);
        return new Standing(idOfA, idOfB, pairs.bits(idOfA, idOfB), edge.probability, decision);
    }
}
