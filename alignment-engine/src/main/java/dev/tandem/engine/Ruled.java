package dev.tandem.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleBiFunction;

/// Applies what people decided to the pairs of a batch: accounts of one customer compete as one, a confirmed
/// pair leaves no other pair to either, a rejected one is none.
final class Ruled {
    private final Rulings rulings;
    private final Book a;
    private final Book b;
    final Customers ofA;
    final Customers ofB;
    private final Set<Long> confirmed = new HashSet<>();
    private final Set<Long> rejected = new HashSet<>();
    private final Set<Integer> settledA = new HashSet<>();
    private final Set<Integer> settledB = new HashSet<>();

    Ruled(Rulings rulings, Book a, Book b) {
        this.rulings = rulings;
        this.a = a;
        this.b = b;
        ofA = new Customers(Party.A, a, rulings);
        ofB = new Customers(Party.B, b, rulings);
        rulings.confirmed().ids(Party.A).forEach(this::confirm);
        rulings.rejected().ids(Party.A).forEach(this::reject);
    }

    private void confirm(String idOfA) {
        for (var idOfB : rulings.confirmed().of(Party.A, idOfA)) {
            if (ofA.has(idOfA) && ofB.has(idOfB)) {
                var customerOfA = ofA.of(rulings.customer(Party.A, idOfA));
                var customerOfB = ofB.of(rulings.customer(Party.B, idOfB));
                confirmed.add(pair(customerOfA, customerOfB));
                settledA.add(customerOfA);
                settledB.add(customerOfB);
            }
        }
    }

    private void reject(String idOfA) {
        for (var idOfB : rulings.rejected().of(Party.A, idOfA)) {
            rejected.add(pair(ofA.of(rulings.customer(Party.A, idOfA)), ofB.of(rulings.customer(Party.B, idOfB))));
        }
    }

    private static long pair(int a, int b) {
        return (long) a << 32 | (b & 0xffff_ffffL);
    }

    /// The pairs of customers that compete, each with the best evidence of its accounts.
    Edges competing(Edges found) {
        var competing = new Edges();
        Map<Long, Float> best = new TreeMap<>();
        for (var e = 0; e < found.size; e++) {
            var customerOfA = ofA.customer[found.a[e]];
            var customerOfB = ofB.customer[found.b[e]];
            if (mayCompete(customerOfA, customerOfB)) {
                if (ofA.isSeveral(customerOfA) || ofB.isSeveral(customerOfB)) {
                    best.merge(pair(customerOfA, customerOfB), found.bits[e], Math::max);
                } else {
                    competing.add(customerOfA, customerOfB, found.bits[e]);
                }
            }
        }
        best.forEach((pair, bits) -> competing.add((int) (pair >>> 32), (int) (long) pair, bits));
        return competing;
    }

    private boolean mayCompete(int customerOfA, int customerOfB) {
        return !settledA.contains(customerOfA)
                && !settledB.contains(customerOfB)
                && !rejected.contains(pair(customerOfA, customerOfB));
    }

    /// The pairs of accounts of these pairs of customers, after those that people confirmed; `bits` tells the
    /// evidence of two rows.
    List<Match> accounts(List<Match> customers, ToDoubleBiFunction<Integer, Integer> bits) {
        var matches = new ArrayList<Match>();
        confirmed.stream()
                .sorted()
                .map(pair -> new Match((int) (pair >>> 32), (int) (long) pair, 0, 1, Match.Decision.MATCH))
                .forEach(pair -> accounts(pair, bits, matches));
        customers.forEach(pair -> accounts(pair, bits, matches));
        return matches;
    }

    private void accounts(Match pair, ToDoubleBiFunction<Integer, Integer> bits, List<Match> matches) {
        for (var rowOfA : ofA.rows(pair.a())) {
            for (var rowOfB : ofB.rows(pair.b())) {
                if (!rulings.isRejected(a.id(rowOfA), b.id(rowOfB))) {
                    var evidence = (float) bits.applyAsDouble(rowOfA, rowOfB);
                    matches.add(new Match(rowOfA, rowOfB, evidence, pair.probability(), pair.decision()));
                }
            }
        }
    }
}
