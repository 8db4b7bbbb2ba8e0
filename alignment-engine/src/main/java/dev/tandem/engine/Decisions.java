package dev.tandem.engine;

import java.util.List;

/// Keeps which pairs stand while evidence changes and people decide; what it says is a function of the evidence and
/// of the rulings, whatever way they came.
final class Decisions {
    private final Rulings rulings = new Rulings();
    private final Competition competition;
    private final LiveCustomers a;
    private final LiveCustomers b;
    private final CustomerPairs pairs;
    private final Standings standings;
    private boolean isHeld;

    Decisions(Snapshot snapshot, Evidences evidences) {
        competition = new Competition(snapshot.against);
        a = new LiveCustomers(Party.A, rulings, id -> evidences.has(Party.A, id));
        b = new LiveCustomers(Party.B, rulings, id -> evidences.has(Party.B, id));
        pairs = new CustomerPairs(a, b, rulings, evidences);
        standings = new Standings(pairs, rulings, competition, snapshot);
    }

    Standings standings() {
        return standings;
    }

    void confirm(String idOfA, String idOfB) {
        rule(idOfA, idOfB, () -> rulings.confirm(idOfA, idOfB));
    }

    void reject(String idOfA, String idOfB) {
        rule(idOfA, idOfB, () -> rulings.reject(idOfA, idOfB));
    }

    void withdraw(String idOfA, String idOfB) {
        rule(idOfA, idOfB, () -> rulings.withdraw(idOfA, idOfB));
    }

    void duplicates(Party party, String id, String other) {
        regroup(party, id, other, () -> rulings.duplicates(party, id, other));
    }

    void distinct(Party party, String id, String other) {
        regroup(party, id, other, () -> rulings.distinct(party, id, other));
    }

    /// The pairs of the account are other ones.
    void stale(Party party, String account) {
        customers(party).stale.add(customers(party).customer(account));
    }

    /// The account comes, changes or goes: its customer is to be decided anew, and those with whom people confirmed
    /// it.
    void touch(Party party, String id) {
        stale(party, id);
        customers(party).renewed.add(customers(party).customer(id));
        for (var account : rulings.accounts(party, id)) {
            rulings.confirmed().of(party, account).forEach(confirmed -> stale(party.other(), confirmed));
        }
    }

    /// What is stale of a party is found from the other's accounts, which are all stale, too.
    void isFoundFromOther(Party party) {
        customers(party).stale.clear();
    }

    /// Whether to decide nothing for now, for the evidence is not all there.
    void hold(boolean held) {
        isHeld = held;
    }

    void settle() {
        if (isHeld) {
            return;
        }
        a.stale.forEach(customer -> refresh(Party.A, customer));
        b.stale.forEach(customer -> refresh(Party.B, customer));
        for (var customers : List.of(a, b)) {
            customers.stale.clear();
            customers.renewed.clear();
        }
        competition.settle();
    }

    private LiveCustomers customers(Party party) {
        return pairs.customers(party);
    }

    private void rule(String idOfA, String idOfB, Runnable change) {
        touch(Party.A, idOfA);
        touch(Party.B, idOfB);
        change.run();
        settle();
    }

    private void regroup(Party party, String id, String other, Runnable change) {
        var all = List.of(id, other);
        all.forEach(one -> customers(party).regrouped.addAll(rulings.accounts(party, one)));
        all.forEach(one -> touch(party, one));
        change.run();
        all.forEach(one -> touch(party, one));
        settle();
    }

    private void refresh(Party party, String customer) {
        var number = customers(party).number(customer);
        if (customers(party).renewed.contains(customer)) {
            competition.replace(party, number, List.of());
        }
        var isCustomerStill = customers(party).customer(customer).equals(customer);
        competition.replace(party, number, isCustomerStill ? pairs.of(party, customer) : List.of());
    }
}
