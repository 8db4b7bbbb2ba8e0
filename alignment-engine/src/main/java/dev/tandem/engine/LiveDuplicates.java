package dev.tandem.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which accounts of one book are the same customer twice: those of one name, legal form and spelling aside, of
/// which nothing that is known of both differs. The first of them by id stands for the customer. A function of
/// the accounts that are there, whatever way they came. Not safe for several threads.
public final class LiveDuplicates {
    /// A name that more accounts have tells of no duplicates.
    private static final int MOST_OF_A_NAME = 32;

    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<Long, NavigableMap<String, Entry>> ofName = new HashMap<>();
    private final Features.Reader reader = new Features.Reader();

    /// What an account that is new, has changed or is gone comes to.
    ///
    /// @param gone accounts that stand for a customer no longer
    /// @param come accounts that do now, or that do and have changed
    /// @param touched all whose customer may have other accounts now
    public record Change(List<String> gone, List<AccountRow> come, Set<String> touched) {}

    private record Entry(AccountRow row, Features features) {}

    /// An account is new or has changed.
    public Change put(AccountRow row) {
        return change(row.id(), new Entry(row, reader.of(row)));
    }

    /// An account is gone.
    public Change remove(String id) {
        return change(id, null);
    }

    /// The account and all that are the same customer, the one that stands for it first. Empty if it is not
    /// there.
    public List<String> customer(String id) {
        var entry = entries.get(id);
        return entry == null
                ? List.of()
                : customers(entry.features.name()).stream()
                        .filter(customer -> customer.contains(entry))
                        .findFirst()
                        .orElseThrow()
                        .stream()
                        .map(each -> each.row.id())
                        .toList();
    }

    /// The account as it was put last.
    public Optional<AccountRow> row(String id) {
        return Optional.ofNullable(entries.get(id)).map(Entry::row);
    }

    /// How many accounts there are.
    public int size() {
        return entries.size();
    }

    /// The accounts that stand for a customer.
    public Stream<AccountRow> first() {
        return ofName.keySet().stream().flatMap(name -> first(name)).map(Entry::row);
    }

    private Change change(String id, @Nullable Entry now) {
        var was = entries.get(id);
        var names = Stream.of(was, now)
                .filter(Objects::nonNull)
                .map(entry -> entry.features.name())
                .distinct()
                .toList();
        var before = firstById(names);
        var touched = ids(names);
        replace(id, was, now);
        touched.addAll(ids(names));
        var after = firstById(names);
        return new Change(
                before.keySet().stream()
                        .filter(each -> !after.containsKey(each))
                        .toList(),
                after.values().stream()
                        .filter(entry -> !entry.equals(before.get(entry.row.id())))
                        .map(Entry::row)
                        .toList(),
                touched);
    }

    private void replace(String id, @Nullable Entry was, @Nullable Entry now) {
        if (was != null) {
            ofName.computeIfPresent(was.features.name(), (_, accounts) -> {
                accounts.remove(id);
                return accounts.isEmpty() ? null : accounts;
            });
        }
        if (now == null) {
            entries.remove(id);
        } else {
            entries.put(id, now);
            ofName.computeIfAbsent(now.features.name(), _ -> new TreeMap<>()).put(id, now);
        }
    }

    private Map<String, Entry> firstById(Collection<Long> names) {
        var first = new TreeMap<String, Entry>();
        names.forEach(name -> first(name).forEach(entry -> first.put(entry.row.id(), entry)));
        return first;
    }

    private Set<String> ids(Collection<Long> names) {
        var ids = new TreeSet<String>();
        names.forEach(name -> ids.addAll(accounts(name).keySet()));
        return ids;
    }

    private Stream<Entry> first(long name) {
        return customers(name).stream().map(List::getFirst);
    }

    /// Each account joins the first customer that agrees with it in all its accounts.
    private List<List<Entry>> customers(long name) {
        var customers = new ArrayList<List<Entry>>();
        var accounts = accounts(name).values();
        for (var entry : accounts) {
            var joined = accounts.size() > MOST_OF_A_NAME || name == 0
                    ? null
                    : customers.stream()
                            .filter(customer ->
                                    customer.stream().allMatch(each -> each.features.agrees(entry.features)))
                            .findFirst()
                            .orElse(null);
            if (joined == null) {
                customers.add(new ArrayList<>(List.of(entry)));
            } else {
                joined.add(entry);
            }
        }
        return customers;
    }

    private NavigableMap<String, Entry> accounts(long name) {
        return ofName.getOrDefault(name, new TreeMap<>());
    }
}
