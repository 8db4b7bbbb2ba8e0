package dev.tandem.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/// The accounts of one party while they come, change and go; tells which of them have to be compared anew because of
/// that.
final class LiveBook {
    final Side side;
    private final Crossing crossing;
    private final Consumer<String> touched;
    private final Statistics statistics;
    private final Keys keys;
    private final Map<String, Integer> rowOfId = new HashMap<>();
    /// By id: a hash of all that was read.
    private final Map<String, Long> prints = new HashMap<>();

    LiveBook(Crossing crossing, Statistics statistics, Consumer<String> touched) {
        this.crossing = crossing;
        this.touched = touched;
        this.statistics = statistics;
        side = crossing.mine;
        keys = crossing.keys;
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

    /// Whether the account is there exactly as it is.
    boolean isAsItIs(AccountRow account) {
        return isAsItIs(account.id(), print(account));
    }

    /// The same, by the print of what it was added with; 0 for not at all.
    boolean isAsItIs(String id, long print) {
        return print(id) == print;
    }

    private static long print(AccountRow account) {
        return Hash.of(account.toString());
    }

    /// Of what the account was added with, 0 if it is not there.
    long print(String id) {
        return prints.getOrDefault(id, 0L);
    }

    Set<String> ids() {
        return rowOfId.keySet();
    }

    /// Adds an account that is not there; its row.
    int add(AccountRow account) {
        return add(account, print(account));
    }

    int add(AccountRow account, long print) {
        var row = side.book.add(account);
        rowOfId.put(account.id(), row);
        prints.put(account.id(), print);
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
        touched.accept(side.book.id(row));
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
        touched.accept(side.book.id(row));
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

    /// One account more or less has a key: where that makes it common or rare, accounts that it could pair are
    /// compared anew.
    private void changed(int n, int fewer) {
        crossing.of(n, fewer, row -> touched.accept(side.book.id(row)));
    }
}
