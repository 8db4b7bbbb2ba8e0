package dev.tandem.engine;

import java.util.Arrays;

/// The words of a book's names, each once: what a word is read as, how it is written and how rare it is. A word is
/// its number, from 0 in the order in which they came. Not safe for several threads while words are added.
final class Vocabulary {
    /// What names are compared by, in one line of the cache: the hash of what the word is read as, its shape, its
    /// information and its kind.
    private static final int FACTS = 4;

    private static final int SHAPE = 1;
    private static final int INFO = 2;
    private static final int KIND = 3;
    private static final int USUAL = 1 << 10;

    private final Words known = Words.shared();
    private long[] facts = new long[USUAL * FACTS];
    private String[] spellings = new String[USUAL];
    private byte[] legal = new byte[USUAL];
    /// What it is in a name with its legal form.
    private long[] inWhole = new long[USUAL];
    /// Two numbers a key, so that one line of the cache has both: the key and the number after that of the word, 0 for
    /// none.
    private long[] table = new long[USUAL * 4];
    private int size;

    /// The word of these letters; `foreign` is the concept that it is known for in its own script, or 0.
    int word(char[] letters, int count, long foreign) {
        var hash = Hash.of(letters, 0, count);
        // A concept of its own script makes another word of the same letters.
        var key = foreign == 0 ? hash : Hash.both(hash, foreign);
        var slot = slot(key);
        if (table[slot + 1] == 0) {
            add(hash, new String(letters, 0, count), foreign);
            enter(slot, key, size);
            return size - 1;
        }
        return (int) table[slot + 1] - 1;
    }

    private void add(long hash, String spelling, long foreign) {
        if (size == spellings.length) {
            capacity(size * 2);
        }
        var mayKnow = known.mayKnow(hash);
        var concept = foreign != 0 ? foreign : mayKnow ? known.concept(hash) : 0;
        var country = concept == 0 && mayKnow ? known.country(hash) : "";
        var token = concept != 0 ? concept : country.isEmpty() ? hash : Hash.of(country);
        spellings[size] = spelling;
        legal[size] = mayKnow ? known.legalForm(hash) : 0;
        inWhole[size] = legal[size] == 0 ? token : known.legalSpelling(hash);
        facts[size * FACTS] = token;
        facts[size * FACTS + SHAPE] = Spelling.shape(spelling);
        facts[size * FACTS + KIND] = mayKnow && known.isStop(hash) && legal[size] == 0
                ? NameReader.STOP
                : NameReader.kind(concept, country, spelling.charAt(0));
        size++;
    }

    private int slot(long key) {
        var slot = (int) key << 1 & table.length - 2;
        while (table[slot + 1] != 0 && table[slot] != key) {
            slot = slot + 2 & table.length - 2;
        }
        return slot;
    }

    private void enter(int slot, long key, long number) {
        table[slot] = key;
        table[slot + 1] = number;
        if (number * 4 > table.length) {
            grow();
        }
    }

    private void grow() {
        var old = table;
        table = new long[old.length * 2];
        for (var i = 0; i < old.length; i += 2) {
            if (old[i + 1] != 0) {
                var slot = slot(old[i]);
                table[slot] = old[i];
                table[slot + 1] = old[i + 1];
            }
        }
    }

    private void capacity(int to) {
        facts = Arrays.copyOf(facts, to * FACTS);
        spellings = Arrays.copyOf(spellings, to);
        legal = Arrays.copyOf(legal, to);
        inWhole = Arrays.copyOf(inWhole, to);
    }

    int size() {
        return size;
    }

    /// The hash of what the word is read as: of itself, its concept or its country.
    long token(int word) {
        return facts[word * FACTS];
    }

    long shape(int word) {
        return facts[word * FACTS + SHAPE];
    }

    float info(int word) {
        return Float.intBitsToFloat((int) facts[word * FACTS + INFO]);
    }

    byte kind(int word) {
        return (byte) facts[word * FACTS + KIND];
    }

    String spelling(int word) {
        return spellings[word];
    }

    /// The class of the legal form that it is, 0 if it is none.
    byte legalForm(int word) {
        return legal[word];
    }

    /// As [#token(int)], but legal forms in one spelling.
    long inWhole(int word) {
        return inWhole[word];
    }

    /// The word's rarity, from the statistics of a snapshot.
    void weigh(Statistics statistics, int word) {
        facts[word * FACTS + INFO] = Float.floatToRawIntBits(statistics.info(token(word), kind(word)));
    }
}
