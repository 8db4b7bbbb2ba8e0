package dev.tandem.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// The accounts of one party while they come, change and go, and which of its customers have to be compared
/// anew because of that.
final class LiveBook {
    final Side side = new Side(new Book());
    /// Customers whose pairs are to be found anew.
    final Set<String> stale = new TreeSet<>();
    /// Accounts that have become duplicates or ceased to be some.
    final Set<String> regrouped = new TreeSet<>();

    private final Party party;
    private final Rulings rulings;
    private final Statistics statistics;
    private final Keys keys;
    private final Map<String, Integer> rowOfId = new HashMap<>();
    /// By id: a hash of all that was read.
    private final Map<String, Long> prints = new HashMap<>();

    private final Map<String, Integer> numbers = new HashMap<>();

    LiveBook(Party party, Rulings rulings, Statistics statistics, Keys keys) {
        this.party = party;
        this.rulings = rulings;
        this.statistics = statistics;
        this.keys = keys;
    }

    boolean isEmpty() {
        return rowOfId.isEmpty();
    }

    boolean has(String id) {
        return rowOfId.containsKey(id);
    }

    /// Of an account that is there.
    int row(String id) {
        return Objects.requireNonNull(rowOfId.get(id));
    }

    /// Its number among the customers of this book, for as long as this lives.
    int number(String customer) {
        return numbers.computeIfAbsent(customer, _ -> numbers.size());
    }

    String customer(int row) {
        return rulings.customer(party, side.book.id(row));
    }

    /// The accounts of a customer that are there.
    List<String> accounts(String customer) {
        return rulings.accounts(party, customer).stream().filter(this::has).toList();
    }

    /// Whether the account is there exactly as it is.
    boolean isAsItIs(AccountRow account) {
        return Long.valueOf(print(account)).equals(prints.get(account.id()));
    }

    private static long print(AccountRow account) {
        return Hash.of(account.toString());
    }

    /// Adds an account that is not there; its row.
    int add(AccountRow account) {
        var row = side.book.add(account);
        rowOfId.put(account.id(), row);
        prints.put(account.id(), print(account));
        side.book.weigh(statistics, row);
        return row;
    }

    /// Makes the account findable under its keys.
    void enter(int row) {
        keys.of(side.book, row);
        for (var n = 0; n < keys.size; n++) {
            side.index.add(keys.key[n], row);
            changed(n, -1);
        }
        stale.add(customer(row));
    }

    void remove(String id) {
        var row = rowOfId.remove(id);
        prints.remove(id);
        if (row != null) {
            leave(row);
        }
    }

    private void leave(int row) {
        keys.of(side.book, row);
        for (var n = 0; n < keys.size; n++) {
            side.index.remove(keys.key[n], row);
            changed(n, 1);
        }
        stale.add(customer(row));
    }

    /// Changes by what other names accounts of a name are known, and where they are found with it.
    void rename(String name, Runnable change) {
        var found = side.index.find(Keys.keyOf(Keys.NAME, side.book.nameKey(name)));
        var rows = new ArrayList<Integer>();
        for (var n = 0; n < side.index.size(found); n++) {
            rows.add(side.index.row(found, n));
        }
        rows.forEach(this::leave);
        change.run();
        rows.forEach(this::enter);
    }

    /// One account more or less has a key: where that makes it common or rare, all its accounts are compared
    /// anew.
    private void changed(int n, int before) {
        var found = side.index.find(keys.key[n]);
        var now = side.index.size(found);
        if (Keys.step(keys.type[n], now) != Keys.step(keys.type[n], now + before)) {
            for (var i = 0; i < now; i++) {
                stale.add(customer(side.index.row(found, i)));
            }
        }
    }
}
