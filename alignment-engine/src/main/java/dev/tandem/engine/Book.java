package dev.tandem.engine;

import java.util.Arrays;

/// The accounts of one party, normalised once and kept in columns; an account is its row number, from 0 in
/// the order in which they were added. Not safe for several threads while it is added to.
public final class Book {
    static final int PLACE_TOKENS = 3;
    static final int FACTS = 16;
    static final int NAME = 0;
    static final int DOMAIN = 1;
    static final int PHONE = 2;
    static final int REGISTRATION = 3;
    static final int CITY = 4;
    static final int HOST = 5;
    static final int WHOLE = 6;
    private static final int FORMS = 7;
    static final int TOGETHER = 8;
    static final int LABEL = 9;
    static final int INITIALS = 10;
    static final int ACRONYM = 11;
    static final int POSTCODE = 12;
    static final int STREET = 13;
    static final int PARENT = 14;
    /// Which words the city has, as bits of their hashes.
    static final int CITY_WORDS = 15;
    private static final int BEGINNING = 44;
    private static final int MOST_SCHEME = 0xfff;
    static final int SIGNATURE = 4;
    private static final int USUAL_WORDS = 3;

    private final Vocabulary vocabulary = new Vocabulary();
    private final Reading reading = new Reading(vocabulary);
    private final Fields fields = new Fields();
    final Aliases aliases = new Aliases();

    /// What most pairs are told apart by, sixteen numbers a row, so that they come from memory together.
    long[] facts = new long[16 * FACTS];
    int size;
    String[] ids = new String[16];
    int[] start = new int[17];
    /// The words of all names, one name after the other.
    int[] words = new int[64];

    int used;
    long[] signature = new long[16 * SIGNATURE];
    String[] labels = new String[16];
    long[] labelWord = new long[16];
    long[] cityTokens = new long[16 * PLACE_TOKENS];

    /// The company whose book this is knows the name of some account by another name, too: accounts of that
    /// name resemble those of the other in its alignments, and in nobody else's.
    public void alias(String name, String other) {
        aliases.add(nameKey(name), nameKey(other));
    }

    /// Takes back what was taught once.
    public void withoutAlias(String name, String other) {
        aliases.remove(nameKey(name), nameKey(other));
    }

    long nameKey(String name) {
        return reading.nameKey(name);
    }

    /// Whether the company knows the name of the account by that of the other book's account.
    boolean isAlias(int row, Book other, int otherRow) {
        return aliases.has(row, fact(row, NAME), other.fact(otherRow, NAME));
    }

    /// Adds an account; its row number.
    public int add(AccountRow row) {
        fields.set(row);
        return add(fields, row.id());
    }

    int add(Fields account, String id) {
        if (size == ids.length) {
            rows(size * 2);
        }
        var index = size++;
        ids[index] = id;
        reading.read(account, this, index);
        return index;
    }

    /// Forgets all accounts.
    void clear() {
        Arrays.fill(facts, 0, size * FACTS, 0);
        Arrays.fill(signature, 0, size * SIGNATURE, 0);
        Arrays.fill(cityTokens, 0, size * PLACE_TOKENS, 0);
        size = 0;
        used = 0;
    }

    public int size() {
        return size;
    }

    /// The id of the account in its CRM.
    public String id(int row) {
        return ids[row];
    }

    /// Every word's rarity, from the statistics of a snapshot.
    void weigh(Statistics statistics) {
        for (var word = 0; word < vocabulary.size(); word++) {
            vocabulary.weigh(statistics, word);
        }
    }

    void weigh(Statistics statistics, int row) {
        for (var i = start[row]; i < start[row + 1]; i++) {
            vocabulary.weigh(statistics, words[i]);
        }
    }

    void word(int word) {
        if (used == words.length) {
            words = Arrays.copyOf(words, used * 2);
        }
        words[used++] = word;
    }

    /// Counts in how many names each word is.
    void count(Lexicon counts) {
        var times = new int[vocabulary.size()];
        for (var i = 0; i < used; i++) {
            times[words[i]]++;
        }
        for (var word = 0; word < times.length; word++) {
            if (times[word] > 0) {
                counts.count(vocabulary.token(word), times[word]);
            }
        }
    }

    /// Of the word at a place among those of all names, as are the next.
    long token(int place) {
        return vocabulary.token(words[place]);
    }

    byte kind(int place) {
        return vocabulary.kind(words[place]);
    }

    float info(int place) {
        return vocabulary.info(words[place]);
    }

    String spelling(int place) {
        return vocabulary.spelling(words[place]);
    }

    long shape(int place) {
        return vocabulary.shape(words[place]);
    }

    /// How alike two names are written: shared letter pairs over all letter pairs, 0 to 1 (Dice, on 256
    /// buckets).
    float alike(int row, Book other, int otherRow) {
        var shared = 0;
        var all = 0;
        for (var k = 0; k < SIGNATURE; k++) {
            var mine = signature[row * SIGNATURE + k];
            var theirs = other.signature[otherRow * SIGNATURE + k];
            shared += Long.bitCount(mine & theirs);
            all += Long.bitCount(mine) + Long.bitCount(theirs);
        }
        return all == 0 ? 0 : 2f * shared / all;
    }

    long fact(int row, int fact) {
        return facts[row * FACTS + fact];
    }

    void fact(int row, int fact, long value) {
        facts[row * FACTS + fact] = value;
    }

    void forms(int row, String country, byte legalForm, int scheme) {
        var code = country.isEmpty() ? 0 : country.charAt(0) << 8 | country.charAt(1);
        var begins = Spelling.beginning(labels[row]);
        fact(row, FORMS, begins << BEGINNING | (long) scheme << 32 | code << 8 | legalForm);
    }

    /// The two letters of the country as a number, 0 if it is not known.
    int country(int row) {
        return (int) (fact(row, FORMS) >>> 8) & 0xffff;
    }

    int legalForm(int row) {
        return (int) fact(row, FORMS) & 0xff;
    }

    int scheme(int row) {
        return (int) (fact(row, FORMS) >>> 32) & MOST_SCHEME;
    }

    /// The first four letters of the domain's label; labels that differ in it begin differently.
    int beginning(int row) {
        return (int) (fact(row, FORMS) >>> BEGINNING);
    }

    /// Has the memory of some rows fetched all at once, so that comparing them does not wait for each. The number means
    /// nothing; were it not asked for, nothing would be fetched.
    long touch(int[] rows, int from, int to) {
        var touching = 0L;
        for (var n = from; n < to; n++) {
            var fact = rows[n] * FACTS;
            touching += facts[fact] + facts[fact + FACTS / 2] + signature[rows[n] * SIGNATURE];
        }
        for (var n = from; n < to; n++) {
            touching += words[start[rows[n]]];
        }
        return touching;
    }

    void sign(int row, int pair) {
        var bucket = (pair * 0x9e3779b1) >>> 24;
        signature[row * SIGNATURE + (bucket >>> 6)] |= 1L << bucket;
    }

    /// Makes room for so many accounts of the usual size at once.
    void expect(int accounts) {
        if (accounts > ids.length) {
            rows(accounts);
            words = Arrays.copyOf(words, accounts * USUAL_WORDS);
        }
    }

    private void rows(int to) {
        ids = Arrays.copyOf(ids, to);
        start = Arrays.copyOf(start, to + 1);
        facts = Arrays.copyOf(facts, to * FACTS);
        signature = Arrays.copyOf(signature, to * SIGNATURE);
        labels = Arrays.copyOf(labels, to);
        labelWord = Arrays.copyOf(labelWord, to);
        cityTokens = Arrays.copyOf(cityTokens, to * PLACE_TOKENS);
    }
}
