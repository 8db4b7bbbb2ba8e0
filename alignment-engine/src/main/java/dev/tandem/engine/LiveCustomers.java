package dev.tandem.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// The customers of one party while its accounts come and go, and which of them have to be decided anew because of
/// that.
final class LiveCustomers {
    /// Customers whose pairs are to be found anew.
    final Set<String> stale = new TreeSet<>();
    /// Of these, those whose pairs count as changed even where they come out as they were.
    final Set<String> renewed = new TreeSet<>();
    /// Accounts that have become duplicates or ceased to be some.
    final Set<String> regrouped = new TreeSet<>();

    private final Party party;
    private final Rulings rulings;
    private final Predicate<String> isThere;
    private final Map<String, Integer> numbers = new HashMap<>();

    LiveCustomers(Party party, Rulings rulings, Predicate<String> isThere) {
        this.party = party;
        this.rulings = rulings;
        this.isThere = isThere;
    }

    boolean has(String account) {
        return isThere.test(account);
    }

    String customer(String account) {
        return rulings.customer(party, account);
    }

    /// Its number among the customers of this party, for as long as this lives.
    int number(String customer) {
        return numbers.computeIfAbsent(customer, _ -> numbers.size());
    }

    /// The accounts of a customer that are there.
    List<String> accounts(String customer) {
        if (!rulings.isSeveral(party, customer)) {
            return has(customer) ? List.of(customer) : List.of();
        }
        return rulings.accounts(party, customer).stream().filter(this::has).toList();
    }
}
