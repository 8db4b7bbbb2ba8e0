package dev.tandem.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/// What happens to two books in a row, from a seed, told to a live alignment; and what of it holds at the end,
/// for a batch in another order.
final class Story {
    private static final int ACCOUNTS = 30;

    final LiveAlignment live;
    private final Snapshot snapshot;
    private final Both<Map<String, AccountRow>> accounts = new Both<>(new LinkedHashMap<>(), new LinkedHashMap<>());
    private final Map<List<String>, Boolean> rulings = new LinkedHashMap<>();
    private final Both<Set<List<String>>> duplicates = new Both<>(new LinkedHashSet<>(), new LinkedHashSet<>());
    private final Both<Set<List<String>>> aliases = new Both<>(new LinkedHashSet<>(), new LinkedHashSet<>());

    private record Both<T>(T a, T b) {
        T of(Party party) {
            return party == Party.A ? a : b;
        }
    }

    Story(Snapshot snapshot) {
        this.snapshot = snapshot;
        live = new LiveAlignment(snapshot);
    }

    void step(Random random) {
        var party = random.nextBoolean() ? Party.A : Party.B;
        switch (random.nextInt(20)) {
            case 0, 1 -> remove(party, id(party, random));
            case 2, 3, 4 -> rule(random);
            case 5 -> duplicates(party, random);
            case 6 -> alias(party, random);
            default -> put(party, Invented.row(id(party, random), random));
        }
    }

    private static String id(Party party, Random random) {
        return party + "" + random.nextInt(ACCOUNTS);
    }

    private void put(Party party, AccountRow row) {
        accounts.of(party).put(row.id(), row);
        live.put(party, row);
    }

    private void remove(Party party, String id) {
        accounts.of(party).remove(id);
        live.remove(party, id);
    }

    private void rule(Random random) {
        var pair = List.of(id(Party.A, random), id(Party.B, random));
        switch (random.nextInt(3)) {
            case 0 -> {
                rulings.put(pair, true);
                live.confirm(pair.get(0), pair.get(1));
            }
            case 1 -> {
                var standing = live.matches();
                var rejected = standing.isEmpty() || random.nextBoolean()
                        ? pair
                        : of(standing.get(random.nextInt(standing.size())));
                rulings.put(rejected, false);
                live.reject(rejected.get(0), rejected.get(1));
            }
            default -> {
                var known =
                        rulings.isEmpty() ? pair : List.copyOf(rulings.keySet()).get(random.nextInt(rulings.size()));
                rulings.remove(known);
                live.withdraw(known.get(0), known.get(1));
            }
        }
    }

    private static List<String> of(LiveAlignment.Standing pair) {
        return List.of(pair.idOfA(), pair.idOfB());
    }

    private void duplicates(Party party, Random random) {
        var pair = List.of(id(party, random), id(party, random));
        var known = duplicates.of(party);
        if (random.nextInt(3) > 0 || known.isEmpty()) {
            known.add(pair);
            live.duplicates(party, pair.get(0), pair.get(1));
        } else {
            var gone = List.copyOf(known).get(random.nextInt(known.size()));
            known.remove(gone);
            known.remove(gone.reversed());
            live.distinct(party, gone.get(0), gone.get(1));
        }
    }

    private void alias(Party party, Random random) {
        var known = aliases.of(party);
        if (random.nextInt(3) > 0 || known.isEmpty()) {
            var alias = List.of(
                    Invented.row("", random).name(), Invented.row("", random).name());
            if (known.add(alias)) {
                live.alias(party, alias.get(0), alias.get(1));
            }
        } else {
            var gone = List.copyOf(known).get(random.nextInt(known.size()));
            live.withoutAlias(party, gone.get(0), gone.get(1));
            known.remove(gone);
        }
    }

    /// The matches of a batch, whatever the order in which it gets everything.
    String batch(Random random) {
        var a = book(Party.A, random);
        var b = book(Party.B, random);
        return new Alignment(a, b, snapshot, rulings(random))
                .matches().stream()
                        .map(pair -> a.id(pair.a()) + "=" + b.id(pair.b()) + " " + pair.decision() + " "
                                + rounded(pair.bits()) + " " + rounded(pair.probability()))
                        .sorted()
                        .collect(Collectors.joining("\n"));
    }

    static long rounded(float number) {
        return Math.round(number * 1_000);
    }

    private Book book(Party party, Random random) {
        var book = Given.book(shuffled(accounts.of(party).values(), random));
        shuffled(aliases.of(party), random).forEach(alias -> book.alias(alias.get(0), alias.get(1)));
        return book;
    }

    private Rulings rulings(Random random) {
        var ruled = new Rulings();
        for (var ruling : shuffled(rulings.entrySet(), random)) {
            var pair = ruling.getKey();
            if (ruling.getValue()) {
                ruled.confirm(pair.get(0), pair.get(1));
            } else {
                ruled.reject(pair.get(0), pair.get(1));
            }
        }
        for (var party : Party.values()) {
            shuffled(duplicates.of(party), random).forEach(pair -> ruled.duplicates(party, pair.get(0), pair.get(1)));
        }
        return ruled;
    }

    private static <T> List<T> shuffled(java.util.Collection<T> all, Random random) {
        var list = new ArrayList<>(all);
        Collections.shuffle(list, random);
        return list;
    }
}
