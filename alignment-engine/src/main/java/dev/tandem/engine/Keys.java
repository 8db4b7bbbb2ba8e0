package dev.tandem.engine;

import java.util.Arrays;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The keys under which an account can be found: two accounts are compared if they share one that is not too
/// common. A pure function of the account and a snapshot of statistics. Holds the keys asked for last; one
/// instance a thread.
final class Keys {
    static final int REGISTRATION = 0;
    static final int DOMAIN = 1;
    static final int HOST = 2;
    static final int PHONE = 3;
    static final int NAME = 4;
    static final int WORD = 5;
    static final int WORDS = 6;
    static final int ACRONYM = 7;
    static final int LABEL = 8;
    static final int STEM = 9;
    static final int CONCEPT = 10;
    static final int CITY = 11;
    /// A key that more accounts of one side have than this says too little to compare them all.
    static final int[] MOST = {20, 40, 40, 20, 40, 20, 30, 20, 20, 25, 15, 6};

    private static final int STEM_LENGTH = 5;
    static final int USUAL_KEYS = 64;

    long[] key = new long[USUAL_KEYS];
    int[] type = new int[USUAL_KEYS];
    /// What the key is of.
    long[] value = new long[USUAL_KEYS];
    /// Of a key that only a near word has: that of the account's own word.
    long[] own = new long[USUAL_KEYS];
    int size;
    /// Which of them is that of a word by the domain alone, -1 if none is.
    int ofLabel;

    private final NearWords near;
    private final @Nullable LongPredicate share;
    private final RareWords rare = new RareWords();
    private final char[] stem = new char[STEM_LENGTH];

    /// Below these bits of information a word is too common: as one key, as one of two; of words and of concepts.
    private final float[] common = new float[2];

    private final float[] commonOfTwo = new float[2];

    Keys(Statistics statistics, NearWords near) {
        this(statistics, near, null);
    }

    /// @param share which of the keys are told: those of one block of several, by their [Places]
    Keys(Statistics statistics, NearWords near, @Nullable LongPredicate share) {
        this.share = share;
        for (byte kind = NameReader.WORD; kind <= NameReader.CONCEPT; kind++) {
            common[kind] = statistics.infoBetween(MOST[WORD] * 2, kind);
            commonOfTwo[kind] = statistics.infoBetween(MOST[WORD], kind);
        }
        this.near = near;
    }

    /// Those under which the account is kept.
    void of(Book book, int row) {
        size = 0;
        ofLabel = -1;
        add(REGISTRATION, book.fact(row, Book.REGISTRATION));
        add(DOMAIN, book.fact(row, Book.DOMAIN));
        if (book.fact(row, Book.HOST) != book.fact(row, Book.DOMAIN)) {
            add(HOST, book.fact(row, Book.HOST));
        }
        add(PHONE, book.fact(row, Book.PHONE));
        add(NAME, book.fact(row, Book.NAME));
        if (!book.aliases.isEmpty()) {
            book.aliases.of(row, book.fact(row, Book.NAME)).forEach(alias -> add(NAME, alias));
        }
        rare.of(book, row);
        words(book);
        label(book, row);
        acronyms(book, row);
        inCity(book, row);
    }

    /// The rarest word of the account asked for last, 0 if it has none.
    long rarest(Book book) {
        return rare.size == 0 ? 0 : book.token(rare.place[0]);
    }

    private void inCity(Book book, int row) {
        var city = book.fact(row, Book.CITY);
        if (city != 0) {
            add(CITY, city);
            for (var i = book.start[row]; i < book.start[row + 1]; i++) {
                if (book.kind(i) == NameReader.CONCEPT) {
                    add(CONCEPT, Hash.both(book.token(i), city));
                } else if (book.kind(i) == NameReader.WORD && book.spelling(i).length() >= STEM_LENGTH) {
                    add(STEM, Hash.both(stem(book.spelling(i)), city));
                }
            }
        }
    }

    private long stem(String word) {
        word.getChars(0, STEM_LENGTH, stem, 0);
        return Hash.of(stem, 0, STEM_LENGTH);
    }

    /// Those under which others may be kept that are written almost the same as the account asked for last.
    void near(Book book) {
        for (var i = 0; i < rare.size; i++) {
            var token = book.token(rare.place[i]);
            if (!isCommon(book, rare.place[i], common) && isHere(book, rare.place[i])) {
                var found = near.find(token);
                for (var n = 0; n < near.size(found); n++) {
                    own[size] = keyOf(WORD, token);
                    put(WORD, near.word(found, n));
                }
            }
        }
    }

    boolean hasNear(long word) {
        return near.size(near.find(word)) > 0;
    }

    /// The words that are written almost the same as a word.
    long[] near(long word) {
        var found = near.find(word);
        return IntStream.range(0, near.size(found))
                .mapToLong(n -> near.word(found, n))
                .toArray();
    }

    /// Whether the account has the key of a word by its name, and not only by its domain: words that are almost the
    /// same are looked for between names alone, so that it does not matter from which of two accounts.
    boolean isOfName(Book book, int row, long keyOfWord) {
        rare.of(book, row);
        for (var i = 0; i < rare.size; i++) {
            if (keyOf(WORD, book.token(rare.place[i])) == keyOfWord) {
                return !isCommon(book, rare.place[i], common);
            }
        }
        return false;
    }

    private void words(Book book) {
        for (var i = 0; i < rare.size; i++) {
            var token = book.token(rare.place[i]);
            var isCommon = isCommon(book, rare.place[i], common);
            if (!isCommon && isHere(book, rare.place[i])) {
                put(WORD, token);
            }
            for (var k = 0; k < i; k++) {
                var other = book.token(rare.place[k]);
                if (isCommon || isCommon(book, rare.place[k], commonOfTwo)) {
                    add(WORDS, Hash.mix(token) + Hash.mix(other));
                }
            }
        }
    }

    private void label(Book book, int row) {
        var word = book.labelWord[row];
        if (word != 0 && (share == null || Places.ofWord(share, word, Reading.letters(book.labels[row])))) {
            ofLabel = size;
            put(WORD, word);
        }
    }

    private boolean isHere(Book book, int place) {
        return share == null || Places.ofWord(share, book, place);
    }

    private static boolean isCommon(Book book, int place, float[] below) {
        return book.info(place) < below[book.kind(place) == NameReader.CONCEPT ? 1 : 0];
    }

    private void acronyms(Book book, int row) {
        var place = book.country(row);
        acronym(book.fact(row, Book.INITIALS), place);
        if (book.fact(row, Book.ACRONYM) != book.fact(row, Book.INITIALS)) {
            acronym(book.fact(row, Book.ACRONYM), place);
        }
        if (book.fact(row, Book.LABEL) != book.fact(row, Book.ACRONYM)
                && book.fact(row, Book.LABEL) != book.fact(row, Book.INITIALS)) {
            acronym(book.fact(row, Book.LABEL), place);
        }
        add(LABEL, book.fact(row, Book.LABEL));
        if (book.fact(row, Book.TOGETHER) != book.fact(row, Book.LABEL)) {
            add(LABEL, book.fact(row, Book.TOGETHER));
        }
    }

    /// In its country, and for those whose country is not known among all.
    private void acronym(long acronym, int country) {
        add(ACRONYM, inCountry(acronym, 0));
        if (country != 0) {
            add(ACRONYM, inCountry(acronym, country));
        }
    }

    private static long inCountry(long acronym, int country) {
        return acronym == 0 ? 0 : Hash.both(acronym, country);
    }

    /// Where a key stands that so many accounts of a book have: within a step, one more or less changes no
    /// pair of others.
    static int step(int kind, int count) {
        if (count > MOST[kind]) {
            return 4;
        }
        return switch (kind) {
            case DOMAIN, PHONE, NAME -> Commonness.step(count);
            default -> 0;
        };
    }

    /// The same, where scores do not depend on it: whether it is too common.
    int stepHere(int kind, int count) {
        return share == null ? step(kind, count) : count > MOST[kind] ? 4 : 0;
    }

    static long keyOf(int kind, long value) {
        return Hash.mix(value + kind);
    }

    private void grow() {
        key = Arrays.copyOf(key, size * 2);
        type = Arrays.copyOf(type, size * 2);
        value = Arrays.copyOf(value, size * 2);
        own = Arrays.copyOf(own, size * 2);
    }

    private void add(int kind, long value) {
        if (value != 0 && (share == null || share.test(keyOf(kind, value)))) {
            put(kind, value);
        }
    }

    private void put(int kind, long value) {
        if (size + 1 == own.length) {
            grow();
        }
        key[size] = keyOf(kind, value);
        this.value[size] = value;
        type[size++] = kind;
    }
}
