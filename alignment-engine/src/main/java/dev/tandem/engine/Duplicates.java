package dev.tandem.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds accounts of one book that may be the same customer, for a person to look at: only what people declare
/// ([Rulings#duplicates]) counts as such. A parent and its child are never among them.
public final class Duplicates {
    /// Few accounts have a duplicate, as if one in thirty had.
    private static final double AGAINST = 30;

    private final Side side;
    private final Reasons reasons;
    private final Candidates candidates;
    private final Reach reach = new Reach(Weights.shipped());
    private final List<Suspected> found = new ArrayList<>();

    private Duplicates(Book book) {
        var statistics = Statistics.of(book);
        var near = new NearWords(statistics);
        book.weigh(statistics);
        near.learn(book);
        side = new Side(book);
        side.index(new Keys(statistics, near));
        reasons = new Reasons(book, book, new Comparison(Weights.shipped()), Commonness.within(side.index, statistics));
        candidates = new Candidates(side, side, new Keys(statistics, near));
    }

    /// Two accounts that may be one customer, the lesser id first.
    public record Suspected(String id, String other, float bits, float probability, String because) {
        private static final Comparator<Suspected> LIKELIER = Comparator.comparingDouble(
                        (Suspected one) -> -one.probability)
                .thenComparing(Suspected::id)
                .thenComparing(Suspected::other);
    }

    /// The likeliest first.
    public static List<Suspected> in(Book book) {
        var duplicates = new Duplicates(book);
        for (var row = 0; row < book.size; row++) {
            duplicates.of(row);
        }
        return duplicates.found.stream().sorted(Suspected.LIKELIER).toList();
    }

    private void of(int row) {
        candidates.find(row);
        for (var n = 0; n < candidates.size; n++) {
            var other = candidates.rows[n];
            if (side.book.id(row).compareTo(side.book.id(other)) < 0
                    && !isParent(row, other)
                    && !isParent(other, row)) {
                consider(row, other);
            }
        }
    }

    private boolean isParent(int row, int child) {
        return side.book.fact(child, Book.PARENT) == Hash.of(side.book.id(row));
    }

    private void consider(int row, int other) {
        if (!reach.canReach(Alignment.FLOOR, side.book, row, side.book, other, reasons.common())) {
            return;
        }
        var because = new StringBuilder();
        var bits = reasons.of(row, other, because);
        var probability = Deciding.probability(Deciding.odds(bits), 0, AGAINST);
        if (probability >= Deciding.MATCH) {
            found.add(new Suspected(side.book.id(row), side.book.id(other), bits, probability, because.toString()));
        }
    }
}
