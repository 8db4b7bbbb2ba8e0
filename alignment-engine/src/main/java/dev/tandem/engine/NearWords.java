package dev.tandem.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Words that differ by one letter (left out, put in, changed, or two swapped) from another, where one of the
/// two is so rare that it may be a slip. Found by the letters left out of each (Garbe's symmetric deletion).
final class NearWords {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 24;
    private static final int SLIP = 3;
    private static final long[] NONE = {};

    private final Set<Long> known = new HashSet<>();
    private final Map<Long, long[]> near = new HashMap<>();
    private final KeyIndex variants = new KeyIndex();
    private long[] words = new long[1 << 10];
    private String[] spellings = new String[1 << 10];
    private int size;
    private final Statistics statistics;
    private final Spelling spelling = new Spelling();
    private final char[] buffer = new char[LONGEST];

    NearWords(Statistics statistics) {
        this.statistics = statistics;
    }

    long[] of(long word) {
        var found = near.get(word);
        return found == null ? NONE : found;
    }

    /// Adds the words of a book's account.
    void learn(Book book, int row) {
        for (var i = book.start[row]; i < book.start[row + 1]; i++) {
            if (book.kinds[i] == NameReader.WORD && known.add(book.tokens[i])) {
                add(book.tokens[i], book.spellings[i]);
            }
        }
    }

    private void add(long word, String written) {
        if (written.length() < SHORTEST || written.length() > LONGEST || Character.isDigit(written.charAt(0))) {
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
            link(words[one], words[other]);
            link(words[other], words[one]);
        }
    }

    private boolean isSlip(int one, int other) {
        return Math.min(statistics.count(words[one]), statistics.count(words[other])) <= SLIP;
    }

    private void link(long from, long to) {
        near.merge(from, new long[] {to}, (known, added) -> {
            if (Arrays.stream(known).anyMatch(word -> word == to)) {
                return known;
            }
            var more = Arrays.copyOf(known, known.length + 1);
            more[known.length] = to;
            return more;
        });
    }
}
