package dev.tandem.engine;

import dev.tandem.engine.BlockReport.Count;
import dev.tandem.engine.BlockReport.Found;
import dev.tandem.engine.BlockReport.Pair;
import dev.tandem.engine.BlockReport.Part;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/// One of several parts of an alignment, divided by key: has the accounts of two books that have a key in it, and
/// finds the pairs that share one. How many accounts have a key it knows of its own keys alone, so of a pair it tells
/// what the two say by themselves, and of its keys how many have them; [SharedAlignment] adds that up. What it holds
/// is a function of the last entries that it took, whatever came before. Not safe for several threads.
public final class Block {
    private static final int PAGE = 200;

    private final int number;
    private final NearWords near;
    private final Keys keys;
    private final LiveBook a;
    private final LiveBook b;
    private final BlockPairs pairs;
    private final Map<Party, Set<String>> stale = new EnumMap<>(Party.class);
    /// By key: its step before the change.
    private final Map<Long, Integer> before = new LinkedHashMap<>();

    /// @param number of this one, from 0
    /// @param blocks how many there are, [Places#MOST_BLOCKS] at most
    public Block(Snapshot snapshot, int number, int blocks) {
        this.number = number;
        LongPredicate share = place -> Places.block(place, blocks) == number;
        near = new NearWords(snapshot.statistics, share);
        keys = new Keys(snapshot.statistics, near, share);
        List.of(Party.values()).forEach(party -> stale.put(party, new TreeSet<>()));
        var ofA = new Side(new Book());
        var ofB = new Side(new Book());
        a = new LiveBook(
                Crossing.ofA(ofA, ofB, keys, snapshot.statistics), snapshot.statistics, id -> stale(Party.A, id));
        b = new LiveBook(
                Crossing.ofB(ofA, ofB, keys, snapshot.statistics), snapshot.statistics, id -> stale(Party.B, id));
        pairs = new BlockPairs(a, b, snapshot.statistics, keys);
    }

    /// Takes what is told of an account.
    ///
    /// @return what is to be told of it, also where nothing has changed
    public BlockReport take(BlockEntry entry, long term) {
        stale.values().forEach(Set::clear);
        before.clear();
        var print = entry.print();
        if (!book(entry.party()).isAsItIs(entry.id(), print)) {
            replace(entry, print);
        }
        stale(entry.party(), entry.id());
        var counts = counts();
        var accounts = new ArrayList<Found>();
        stale.forEach((party, ids) -> ids.forEach(id -> accounts.add(found(party, id))));
        return new BlockReport(number, term, Part.CHANGE, accounts, counts);
    }

    /// Tells everything.
    public void tellAll(long term, Consumer<BlockReport> to) {
        to.accept(new BlockReport(number, term, Part.BEGIN, List.of(), List.of()));
        var page = new ArrayList<Found>();
        for (var party : Party.values()) {
            for (var id : book(party).ids()) {
                page.add(party == Party.A ? found(party, id) : new Found(party, id, print(party, id), List.of()));
                if (page.size() == PAGE) {
                    to.accept(page(term, Part.MORE, page));
                    page.clear();
                }
            }
        }
        to.accept(page(term, Part.END, page));
    }

    private BlockReport page(long term, Part part, List<Found> page) {
        before.clear();
        page.stream()
                .filter(found -> found.party() == Party.A)
                .forEach(found -> note(a.side.book, a.row(found.id()), 0));
        return new BlockReport(number, term, part, page, counts());
    }

    /// How many accounts it has, of both sides.
    public int size() {
        return a.ids().size() + b.ids().size();
    }

    /// How many accounts were put in all; memory is kept for each.
    public int rowsEver() {
        return a.side.book.size() + b.side.book.size();
    }

    private LiveBook book(Party party) {
        return party == Party.A ? a : b;
    }

    private void stale(Party party, String id) {
        java.util.Objects.requireNonNull(stale.get(party)).add(id);
    }

    private void replace(BlockEntry entry, long print) {
        var book = book(entry.party());
        if (book.has(entry.id())) {
            note(book.side.book, book.row(entry.id()));
            book.remove(entry.id());
        }
        if (entry.row() != null) {
            var row = book.add(entry.row(), print);
            book.side.book.aliases.row(row, entry.knownAs());
            near.learn(book.side.book, row);
            note(book.side.book, row);
            book.enter(row);
        }
    }

    /// The steps that its keys have now, unless they were noted before.
    private void note(Book book, int row) {
        keys.of(book, row);
        for (var n = 0; n < keys.size; n++) {
            if (Counted.isCounted(keys.type[n])) {
                before.putIfAbsent(keys.key[n], pairs.step(keys.key[n]));
            }
        }
    }

    private void note(Book book, int row, int step) {
        keys.of(book, row);
        for (var n = 0; n < keys.size; n++) {
            if (Counted.isCounted(keys.type[n])) {
                before.put(keys.key[n], step);
            }
        }
    }

    /// The steps that are others than noted. All pairs that share such a key have an account of the side where fewer
    /// have it: those are told with it.
    private List<Count> counts() {
        var counts = new ArrayList<Count>();
        before.forEach((key, was) -> {
            var step = pairs.step(key);
            if (step != was) {
                counts.add(new Count(key, step));
                pairs.fewer(key, this::stale);
            }
        });
        return counts;
    }

    private Found found(Party party, String id) {
        var found = new ArrayList<Pair>();
        if (book(party).has(id)) {
            pairs.of(party, id, found::add);
        }
        return new Found(party, id, print(party, id), found);
    }

    private long print(Party party, String id) {
        return book(party).print(id);
    }
}
