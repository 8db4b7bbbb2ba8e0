package dev.tandem.engine;

import dev.tandem.engine.LiveAlignment.Changes;
import dev.tandem.engine.LiveAlignment.Standing;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The pairs of accounts that stand, by the pairs of customers that do.
final class Standings {
    private final LiveBook a;
    private final LiveBook b;
    private final Rulings rulings;
    private final Competition competition;
    private final LivePairs pairs;
    private final Snapshot snapshot;

    Standings(LivePairs pairs, Rulings rulings, Competition competition, Snapshot snapshot) {
        a = pairs.book(Party.A);
        b = pairs.book(Party.B);
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
        var book = pairs.book(party);
        if (!book.has(id)) {
            return List.of();
        }
        return competition.standing(party, book.number(rulings.customer(party, id))).stream()
                .flatMap(edge -> standing(edge).stream())
                .filter(pair -> id.equals(party == Party.A ? pair.idOfA() : pair.idOfB()))
                .toList();
    }

    /// Of two accounts that are there.
    Answer ask(String idOfA, String idOfB) {
        var asking = new Asking(pairs.explain(idOfA, idOfB), snapshot.against, snapshot.margin);
        if (rulings.isRejected(idOfA, idOfB)) {
            return asking.answer(Answer.Status.REJECTED);
        }
        pairs.rivals(idOfA, idOfB).forEach(asking::rival);
        return of(Party.A, idOfA).stream()
                .filter(pair -> pair.idOfB().equals(idOfB))
                .findFirst()
                .map(pair -> asking.answer(Answer.Status.of(pair.decision(), rulings.isConfirmed(idOfA, idOfB))))
                .orElseGet(() -> asking.notStanding(pairs.areCompared(idOfA, idOfB)));
    }

    Changes takeChanges() {
        var taken = competition.takeChanges();
        return new Changes(accounts(Party.A, taken.ofA()), accounts(Party.B, taken.ofB()));
    }

    private Set<String> accounts(Party party, Set<String> customers) {
        var accounts = new TreeSet<>(pairs.book(party).regrouped);
        pairs.book(party).regrouped.clear();
        customers.forEach(customer -> accounts.addAll(rulings.accounts(party, customer)));
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
