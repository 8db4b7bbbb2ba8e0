package dev.tandem.engine;

import dev.tandem.engine.BlockReport.Pair;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Finds the pairs that share a key of a block.
final class BlockPairs {
    private final LiveBook a;
    private final LiveBook b;
    private final Comparison comparison = new Comparison(Weights.shipped());
    private final Reach reach = new Reach(Weights.shipped());
    private final Candidates ofA;
    private final Candidates ofB;
    /// As if nobody else had anything: what depends on it is left out.
    private final Commonness alone;

    BlockPairs(LiveBook a, LiveBook b, Statistics statistics, Keys keys) {
        this.a = a;
        this.b = b;
        ofA = new Candidates(a.side, b.side, keys);
        ofB = new Candidates(b.side, a.side, keys);
        alone = Commonness.of(_ -> 0, statistics);
    }

    void of(Party party, String id, Consumer<Pair> taker) {
        var row = (party == Party.A ? a : b).row(id);
        var candidates = party == Party.A ? ofA : ofB;
        candidates.find(row);
        for (var n = 0; n < candidates.size; n++) {
            var other = candidates.rows[n];
            if (party == Party.A) {
                compare(row, other, b.side.book.id(other), taker);
            } else {
                compare(other, row, a.side.book.id(other), taker);
            }
        }
    }

    private void compare(int rowOfA, int rowOfB, String other, Consumer<Pair> taker) {
        var bookA = a.side.book;
        if (!reach.canReach(Alignment.FLOOR, bookA, rowOfA, b.side.book, rowOfB, alone)) {
            return;
        }
        comparison.compare(bookA, rowOfA, b.side.book, rowOfB, alone);
        var name = comparison.has(Clue.NAME_SAME_UNIQUE);
        var domain = comparison.has(Clue.DOMAIN_SAME_UNIQUE);
        var phone = comparison.has(Clue.PHONE_SAME);
        if (Counted.most(comparison.rest(), name, domain, phone) >= Alignment.FLOOR) {
            taker.accept(new Pair(
                    other,
                    comparison.rest(),
                    name ? Keys.keyOf(Keys.NAME, bookA.fact(rowOfA, Book.NAME)) : 0,
                    domain ? Keys.keyOf(Keys.DOMAIN, bookA.fact(rowOfA, Book.DOMAIN)) : 0,
                    phone ? Keys.keyOf(Keys.PHONE, bookA.fact(rowOfA, Book.PHONE)) : 0));
        }
    }

    /// How many accounts of one side have the key, if both sides have it.
    int step(long key) {
        var ofA = a.side.index.size(a.side.index.find(key));
        var ofB = b.side.index.size(b.side.index.find(key));
        return ofA == 0 || ofB == 0 ? 0 : Commonness.step(Math.max(ofA, ofB));
    }

    /// Tells the accounts that have the key, of the side where fewer have it.
    void fewer(long key, BiConsumer<Party, String> taker) {
        var ofA = a.side.index.size(a.side.index.find(key));
        var ofB = b.side.index.size(b.side.index.find(key));
        var party = ofA <= ofB ? Party.A : Party.B;
        var side = (party == Party.A ? a : b).side;
        var found = side.index.find(key);
        for (var n = 0; n < Math.min(ofA, ofB); n++) {
            taker.accept(party, side.book.id(side.index.row(found, n)));
        }
    }
}
