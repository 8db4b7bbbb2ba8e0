package dev.tandem.samples;

import dev.tandem.samples.Book.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Which organisations are customers of whom: first the joint ones, then Acme's own, then Globex's own.
final class Customers {
    private final long seed;
    private final Size size;
    private final List<Organisation> all;
    private final List<Integer> drawn;

    Customers(long seed, Atlas atlas, Size size) {
        this.seed = seed;
        this.size = size;
        this.all = Organisations.make(seed, atlas, size.customers());
        this.drawn = new ArrayList<>(IntStream.range(1, all.size()).boxed().toList());
        Dice.of(seed, "customers", 0).shuffle(drawn);
        drawn.addFirst(0);
    }

    List<Organisation> all() {
        return all;
    }

    List<Integer> joint() {
        return drawn.subList(0, size.jointAccounts());
    }

    private List<Integer> own(Crm crm) {
        int from = size.jointAccounts() + crm.place() * size.ownAccounts();
        return drawn.subList(from, from + size.ownAccounts());
    }

    /// In the order of the book: the flagship first, those that come late last.
    List<Entry> of(Crm crm) {
        List<Integer> own = own(crm);
        List<Integer> late = own.subList(0, size.lateAccounts());
        List<Entry> middle = new ArrayList<>();
        joint().stream().skip(1).forEach(index -> middle.add(entry(index, 0)));
        own.stream().skip(late.size()).forEach(index -> middle.add(entry(index, 0)));
        Dice dice = Dice.of(seed, "book", crm.place());
        dice.shuffle(middle);
        middle.addAll(List.copyOf(middle.subList(0, size.duplicateAccounts())).stream()
                .map(entry -> entry(entry.organisation().index(), 1))
                .toList());
        dice.shuffle(middle);
        middle.addFirst(entry(0, 0));
        late.forEach(index -> middle.add(entry(index, 0)));
        return middle;
    }

    private Entry entry(int index, int copy) {
        return new Entry(all.get(index), 0, copy);
    }
}
