package dev.tandem.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The accounts of one book as customers: an account by itself, or several that are declared duplicates. A
/// customer is the row of its first account.
final class Customers {
    /// By row.
    final int[] customer;

    /// By customer; those of equal likelihood compete in the order of their ids.
    final String[] ids;

    private final Map<Integer, List<Integer>> rows = new HashMap<>();
    private final Map<String, Integer> customerOfId = new HashMap<>();
    private final Set<String> accounts;

    Customers(Party party, Book book, Rulings rulings) {
        accounts = rulings.ids(party);
        ids = book.ids.clone();
        customer = new int[book.size];
        for (var row = 0; row < book.size; row++) {
            customer[row] = row;
            if (accounts.contains(book.id(row))) {
                add(rulings.customer(party, book.id(row)), row);
            }
        }
        accounts.retainAll(Set.copyOf(java.util.Arrays.asList(book.ids).subList(0, book.size)));
    }

    private void add(String id, int row) {
        int first = customerOfId.computeIfAbsent(id, _ -> row);
        ids[first] = id;
        customer[row] = first;
        rows.computeIfAbsent(first, _ -> new ArrayList<>()).add(row);
    }

    /// Whether the account is there.
    boolean has(String account) {
        return accounts.contains(account);
    }

    /// -1 if no account of the customer is there.
    int of(String idOfCustomer) {
        return customerOfId.getOrDefault(idOfCustomer, -1);
    }

    List<Integer> rows(int ofCustomer) {
        return rows.getOrDefault(ofCustomer, List.of(ofCustomer));
    }

    boolean isSeveral(int ofCustomer) {
        return rows(ofCustomer).size() > 1;
    }
}
