package dev.tandem.engine;

/// Reads a name into words: folded, words of organisations as their concept, legal forms taken off but never
/// below one word. Holds the words of the last name read; one instance a thread.
final class NameReader {
    static final byte WORD = 0;
    static final byte CONCEPT = 1;
    static final byte NUMBER = 2;
    static final byte COUNTRY = 3;
    /// Says nothing; no name keeps it.
    static final byte STOP = 4;
    static final int MAX_TOKENS = 24;
    private static final int MAX_LENGTH = 400;
    private static final int LEADING_FORM_LONGEST = 4;

    /// By their numbers in the vocabulary.
    final int[] word = new int[MAX_TOKENS];
    int size;
    byte legalForm;
    final StringBuilder initials = new StringBuilder();
    /// Words of 2 to 7 capitals, which may be an acronym.
    final StringBuilder capitals = new StringBuilder();

    private final Vocabulary vocabulary;
    private final WordCutter cutter = new WordCutter(this);
    private final char[] raw = new char[MAX_LENGTH * 2];
    private final char[] joined = new char[MAX_LENGTH * 2];
    private final int[] rawTo = new int[MAX_TOKENS];
    /// The whole name in its order, legal forms in one spelling.
    long whole;

    NameReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    void read(char[] text, int from, int to) {
        size = 0;
        legalForm = 0;
        initials.setLength(0);
        capitals.setLength(0);
        cutter.cut(text, from, to);
        withoutLegalForms();
    }

    /// The next word of the name, as it is written; `capitals` if it stands out by being in capitals,
    /// `foreign` the concept that it is known for in its own script, or 0.
    void word(char[] letters, int count, boolean capitals, long foreign) {
        if (size == MAX_TOKENS) {
            return;
        }
        if (capitals) {
            this.capitals.append(letters, 0, count).append(' ');
        }
        rawTo[size] = raw(letters, count, rawFrom());
        sounded(letters, Letters.sound(letters, 0, Letters.withoutUmlauts(letters, 0, count)), foreign);
    }

    /// A legal form among Chinese letters.
    void legalLogogram() {
        legalForm = Words.STOCK;
    }

    long token(int index) {
        return vocabulary.token(word[index]);
    }

    byte kind(int index) {
        return vocabulary.kind(word[index]);
    }

    String spelling(int index) {
        return vocabulary.spelling(word[index]);
    }

    private int rawFrom() {
        return size == 0 ? 0 : rawTo[size - 1];
    }

    private int raw(char[] letters, int count, int from) {
        var fits = Math.min(count, raw.length - from);
        System.arraycopy(letters, 0, raw, from, fits);
        return from + fits;
    }

    /// The hash of a word as it is written, before it is sounded out; and how long that is.
    long written(int index) {
        return Hash.of(raw, index == 0 ? 0 : rawTo[index - 1], rawTo[index]);
    }

    int writtenLength(int index) {
        return rawTo[index] - (index == 0 ? 0 : rawTo[index - 1]);
    }

    /// All words written together, without the country; 0 if that is too short to say anything.
    long together() {
        var length = 0;
        for (var i = 0; i < size; i++) {
            if (kind(i) != COUNTRY || size == 1) {
                System.arraycopy(raw, rawTo[i] - writtenLength(i), joined, length, writtenLength(i));
                length += writtenLength(i);
            }
        }
        return length < 4 ? 0 : Hash.of(joined, 0, length);
    }

    private void sounded(char[] letters, int count, long foreign) {
        var next = vocabulary.word(letters, count, foreign);
        if (vocabulary.kind(next) != STOP) {
            initials.append(raw[rawFrom()]);
            word[size++] = next;
        }
    }

    static byte kind(long concept, String country, char first) {
        if (concept != 0) {
            return CONCEPT;
        }
        if (!country.isEmpty()) {
            return COUNTRY;
        }
        return first <= '9' ? NUMBER : WORD;
    }

    private void withoutLegalForms() {
        whole = 0;
        for (var i = 0; i < size; i++) {
            whole = Hash.both(whole, vocabulary.inWhole(word[i]));
        }
        for (var i = size - 1; i > 0 && (legal(i) != 0 || kind(i) == COUNTRY); i--) {
            if (legal(i) != 0 && size > 1) {
                legalForm = legal(i) == Words.COMPANY ? legalForm : legal(i);
                drop(i);
            }
        }
        if (size > 1 && legal(0) != 0 && spelling(0).length() <= LEADING_FORM_LONGEST) {
            legalForm = legal(0);
            drop(0);
            initials.deleteCharAt(0);
        }
        initials.setLength(Math.min(initials.length(), size));
    }

    private byte legal(int index) {
        return vocabulary.legalForm(word[index]);
    }

    private void drop(int index) {
        System.arraycopy(word, index + 1, word, index, size - index - 1);
        var from = index == 0 ? 0 : rawTo[index - 1];
        var gone = rawTo[index] - from;
        System.arraycopy(raw, rawTo[index], raw, from, rawTo[size - 1] - rawTo[index]);
        for (var i = index + 1; i < size; i++) {
            rawTo[i - 1] = rawTo[i] - gone;
        }
        size--;
    }
}
