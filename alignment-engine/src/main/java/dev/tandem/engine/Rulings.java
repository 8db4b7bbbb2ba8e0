package dev.tandem.engine;

import java.util.ArrayDeque;
import java.util.SortedSet;
import java.util.TreeSet;

/// What people decided about the accounts of two books, by the ids of their CRMs. No evidence overrides it,
/// and it holds for accounts that are not there yet or come again.
///
/// A confirmed pair is a match whatever else either account resembles, even where one account has two. A
/// rejected pair is never one. Duplicates are accounts of one book that are the same customer: they count as
/// one, so that each of them has the counterparts of all. The same rulings in any order come to the same.
public final class Rulings {
    private final Links confirmed = new Links();
    private final Links rejected = new Links();
    private final Links duplicatesOfA = new Links();
    private final Links duplicatesOfB = new Links();

    /// The two are the same customer; takes back that they are not.
    public void confirm(String idOfA, String idOfB) {
        rejected.remove(idOfA, idOfB);
        confirmed.add(idOfA, idOfB);
    }

    /// The two are not the same customer; takes back that they are.
    public void reject(String idOfA, String idOfB) {
        confirmed.remove(idOfA, idOfB);
        rejected.add(idOfA, idOfB);
    }

    /// Nobody says anything about the two any more.
    public void withdraw(String idOfA, String idOfB) {
        confirmed.remove(idOfA, idOfB);
        rejected.remove(idOfA, idOfB);
    }

    /// Two accounts of one book are the same customer.
    public void duplicates(Party party, String id, String other) {
        if (!id.equals(other)) {
            duplicates(party).add(id, other);
            duplicates(party).add(other, id);
        }
    }

    /// Nobody says any more that the two are duplicates; they still are, if both are duplicates of a third.
    public void distinct(Party party, String id, String other) {
        duplicates(party).remove(id, other);
        duplicates(party).remove(other, id);
    }

    public boolean isConfirmed(String idOfA, String idOfB) {
        return confirmed.has(idOfA, idOfB);
    }

    public boolean isRejected(String idOfA, String idOfB) {
        return rejected.has(idOfA, idOfB);
    }

    boolean isEmpty() {
        return confirmed.isEmpty() && rejected.isEmpty() && duplicatesOfA.isEmpty() && duplicatesOfB.isEmpty();
    }

    Links confirmed() {
        return confirmed;
    }

    Links rejected() {
        return rejected;
    }

    /// The account and all its duplicates, whether they are there or not.
    SortedSet<String> accounts(Party party, String id) {
        var found = new TreeSet<String>();
        var waiting = new ArrayDeque<String>();
        found.add(id);
        waiting.add(id);
        while (!waiting.isEmpty()) {
            for (var next : duplicates(party).of(Party.A, waiting.remove())) {
                if (found.add(next)) {
                    waiting.add(next);
                }
            }
        }
        return found;
    }

    /// Whether the account has duplicates, there or not.
    boolean isSeveral(Party party, String id) {
        return !duplicates(party).of(Party.A, id).isEmpty();
    }

    /// The customer whose account this is: the least id of its duplicates.
    String customer(Party party, String id) {
        return isSeveral(party, id) ? accounts(party, id).first() : id;
    }

    /// Whether an account of one customer is rejected for one of the other.
    boolean areRejected(String customerOfA, String customerOfB) {
        return !rejected.isEmpty()
                && accounts(Party.A, customerOfA).stream()
                        .flatMap(id -> rejected.of(Party.A, id).stream())
                        .anyMatch(id -> customer(Party.B, id).equals(customerOfB));
    }

    private Links duplicates(Party party) {
        return party == Party.A ? duplicatesOfA : duplicatesOfB;
    }

    /// Ids that somebody decided about.
    SortedSet<String> ids(Party party) {
        var ids = new TreeSet<>(confirmed.ids(party));
        ids.addAll(rejected.ids(party));
        ids.addAll(duplicates(party).ids(Party.A));
        return ids;
    }
}
