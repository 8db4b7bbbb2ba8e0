package dev.tandem.engine;

import java.util.Arrays;
import java.util.function.LongToIntFunction;
import org.jspecify.annotations.Nullable;

/// How many accounts of one book share something, the larger number of the two books. What was asked last is
/// kept, for the pairs of one account ask the same again and again; one instance a thread.
final class Commonness {
    /// Unique, twice, a few or often.
    static final int LEVELS = 4;

    /// A number of each step.
    private static final int[] TYPICAL = {1, 2, 3, 7};

    private final LongToIntFunction sizes;
    private final @Nullable Steps steps;
    private final float infoOfUnique;
    private final float infoOfTwice;
    private final float infoOfFew;
    private final long[] asked = new long[Keys.NAME + 1];
    private final int[] known = new int[Keys.NAME + 1];

    /// Of two accounts in one book: how many have it besides one of them.
    static Commonness within(KeyIndex book, Statistics statistics) {
        return new Commonness(key -> book.size(book.find(key)) - 1, statistics);
    }

    Commonness(KeyIndex a, KeyIndex b, Statistics statistics) {
        this(key -> Math.max(a.size(a.find(key)), b.size(b.find(key))), statistics);
    }

    /// Of what a row of A has that was told before: [#at(Book, int)].
    static Commonness of(Steps steps, Statistics statistics) {
        return new Commonness(_ -> 0, steps, statistics);
    }

    /// By the steps of keys.
    static Commonness of(LongToIntFunction steps, Statistics statistics) {
        return new Commonness(key -> TYPICAL[steps.applyAsInt(key)], statistics);
    }

    private Commonness(LongToIntFunction sizes, Statistics statistics) {
        this(sizes, null, statistics);
    }

    private Commonness(LongToIntFunction sizes, @Nullable Steps steps, Statistics statistics) {
        this.sizes = sizes;
        this.steps = steps;
        infoOfUnique = statistics.infoOf(2.5f);
        infoOfTwice = statistics.infoOf(4.5f);
        infoOfFew = statistics.infoOf(12.5f);
    }

    /// Forgets what it knows, for an index has changed.
    void forget() {
        Arrays.fill(asked, 0);
    }

    /// Takes what the search for an account's candidates has shown, so that nothing is looked up for its pairs.
    void know(Book book, int row, Candidates candidates) {
        know(Keys.DOMAIN, book.fact(row, Book.DOMAIN), candidates);
        know(Keys.PHONE, book.fact(row, Book.PHONE), candidates);
        know(Keys.NAME, book.fact(row, Book.NAME), candidates);
    }

    private void know(int type, long value, Candidates candidates) {
        asked[type] = value;
        known[type] = candidates.most(type);
    }

    /// The next pairs are of this row of A.
    void at(Book book, int row) {
        if (steps != null) {
            know(Keys.DOMAIN, book.fact(row, Book.DOMAIN), steps.of(Keys.DOMAIN, row));
            know(Keys.PHONE, book.fact(row, Book.PHONE), steps.of(Keys.PHONE, row));
            know(Keys.NAME, book.fact(row, Book.NAME), steps.of(Keys.NAME, row));
        }
    }

    private void know(int type, long value, int step) {
        asked[type] = value;
        known[type] = TYPICAL[step];
    }

    int ofDomain(long domain) {
        return of(Keys.DOMAIN, domain);
    }

    int ofPhone(long phone) {
        return of(Keys.PHONE, phone);
    }

    int ofName(long name) {
        return of(Keys.NAME, name);
    }

    /// 0 for a word that one account of each book has, up to 3 for one that many have.
    int level(float info) {
        return info >= infoOfUnique ? 0 : info >= infoOfTwice ? 1 : info >= infoOfFew ? 2 : 3;
    }

    /// Unique, twice, a few or often: 0 to 3.
    static int step(int count) {
        return count <= 1 ? 0 : count == 2 ? 1 : count <= 6 ? 2 : 3;
    }

    private int of(int type, long value) {
        if (asked[type] != value) {
            var key = Keys.keyOf(type, value);
            asked[type] = value;
            known[type] = sizes.applyAsInt(key);
        }
        return known[type];
    }
}
