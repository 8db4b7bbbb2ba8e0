package dev.tandem.engine;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/// Words that differ by one letter (left out, put in, changed, or two swapped) from another, where one of the
/// two is so rare that it may be a slip. Found by the letters left out of each (Garbe's symmetric deletion).
final class NearWords {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 24;
    private static final int SLIP = 3;

    private final Lexicon known = new Lexicon();
    /// By word: the places of those that are near it.
    private final KeyIndex near = new KeyIndex();

    private final KeyIndex variants = new KeyIndex();
    private long[] words = new long[1 << 10];
    private String[] spellings = new String[1 << 10];
    private int size;
    private final Statistics statistics;
    private final @Nullable LongPredicate share;
    private final Spelling spelling = new Spelling();
    private final char[] buffer = new char[LONGEST];

    NearWords(Statistics statistics) {
        this(statistics, null);
    }

    /// @param share which words are learned, by their [Places]
    NearWords(Statistics statistics, @Nullable LongPredicate share) {
        this.statistics = statistics;
        this.share = share;
    }

    /// Whether a word of these letters may be almost the same as another at all.
    static boolean mayBeNear(String written) {
        return written.length() >= SHORTEST && written.length() <= LONGEST && !Character.isDigit(written.charAt(0));
    }

    /// Where the words are that are near this one; to be asked for them at once.
    int find(long word) {
        return near.find(word);
    }

    int size(int found) {
        return near.size(found);
    }

    long word(int found, int n) {
        return words[near.row(found, n)];
    }

    /// Adds the words of all accounts of a book.
    void learn(Book book) {
        var seen = new BitSet();
        for (var place = 0; place < book.used; place++) {
            if (!seen.get(book.words[place])) {
                seen.set(book.words[place]);
                learn(book, place, place + 1);
            }
        }
    }

    /// Adds the words of a book's account.
    void learn(Book book, int row) {
        learn(book, book.start[row], book.start[row + 1]);
    }

    private void learn(Book book, int from, int to) {
        for (var i = from; i < to; i++) {
            if (book.kind(i) == NameReader.WORD && known.countOf(book.token(i)) == 0 && isHere(book, i)) {
                known.count(book.token(i), 1);
                add(book.token(i), book.spelling(i));
            }
        }
    }

    private boolean isHere(Book book, int place) {
        return share == null || Places.ofWord(share, book, place);
    }

    private void add(long word, String written) {
        if (!mayBeNear(written)) {
            return;
        }
        if (size == words.length) {
            words = Arrays.copyOf(words, size * 2);
            spellings = Arrays.copyOf(spellings, size * 2);
        }
        words[size] = word;
        spellings[size] = written;
        for (var left = -1; left < written.length(); left++) {
            variant(size, written, left);
        }
        size++;
    }

    private void variant(int index, String written, int left) {
        var length = 0;
        for (var i = 0; i < written.length(); i++) {
            if (i != left) {
                buffer[length++] = written.charAt(i);
            }
        }
        var key = Hash.of(buffer, 0, length);
        var found = variants.find(key);
        for (var i = 0; i < variants.size(found); i++) {
            meet(index, variants.row(found, i));
        }
        variants.add(key, index);
    }

    private void meet(int one, int other) {
        if (one != other && isSlip(one, other) && spelling.distance(spellings[one], spellings[other], 1) <= 1) {
            link(one, other);
            link(other, one);
        }
    }

    private boolean isSlip(int one, int other) {
        return Math.min(statistics.count(words[one]), statistics.count(words[other])) <= SLIP;
    }

    private void link(int from, int to) {
        var links = near.find(words[from]);
        for (var n = 0; n < near.size(links); n++) {
            if (near.row(links, n) == to) {
                return;
            }
        }
        near.add(words[from], to);
    }
}
