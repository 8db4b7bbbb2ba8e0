package dev.tandem.engine;

import dev.tandem.engine.SharedAlignment.Records;
import java.util.List;

/// What speaks for pairs of accounts of which only the pairs are here; anything more of an account is looked up.
final class SharedEvidences implements Evidences {
    private final SharedBooks books;
    private final SharedPairs pairs;
    private final Statistics statistics;
    private final Records records;
    private final Comparison comparison = new Comparison(Weights.shipped());

    SharedEvidences(SharedBooks books, SharedPairs pairs, Statistics statistics, Records records) {
        this.books = books;
        this.pairs = pairs;
        this.statistics = statistics;
        this.records = records;
    }

    @Override
    public boolean has(Party party, String account) {
        return books.has(party, account);
    }

    @Override
    public void pairs(Party party, String account, Taker taker) {
        pairs.each(party, account, (other, bits) -> {
            if (bits >= Alignment.FLOOR && has(party.other(), other)) {
                taker.take(other, bits);
            }
        });
    }

    @Override
    public float bits(String idOfA, String idOfB) {
        var found = pairs.bits(idOfA, idOfB);
        return Float.isNaN(found) ? explain(idOfA, idOfB).bits() : found;
    }

    Explanation explain(String idOfA, String idOfB) {
        var a = book(Party.A, idOfA);
        var b = book(Party.B, idOfB);
        if (a.size() == 0 || b.size() == 0) {
            return new Explanation(0, List.of());
        }
        comparison.compare(a, 0, b, 0, Commonness.of(pairs::step, statistics));
        return comparison.explanation();
    }

    private Book book(Party party, String id) {
        var book = new Book();
        records.find(party, List.of(id)).forEach(account -> {
            book.aliases.row(book.add(account), books.knownAs(party, account));
        });
        book.weigh(statistics);
        return book;
    }
}
