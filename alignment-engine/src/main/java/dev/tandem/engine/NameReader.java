package dev.tandem.engine;

/// Reads a name into tokens: folded, words of organisations as their concept, legal forms taken off but never
/// below one token. Holds the tokens of the last name read; one instance a thread.
final class NameReader {
    static final byte WORD = 0;
    static final byte CONCEPT = 1;
    static final byte NUMBER = 2;
    static final byte COUNTRY = 3;
    static final int MAX_TOKENS = 24;
    private static final int MAX_LENGTH = 400;
    private static final int LEADING_FORM_LONGEST = 4;

    final long[] token = new long[MAX_TOKENS];
    final byte[] kind = new byte[MAX_TOKENS];
    final String[] spelled = new String[MAX_TOKENS];
    int size;
    byte legalForm;
    final StringBuilder initials = new StringBuilder();
    /// Words of 2 to 7 capitals, which may be an acronym.
    final StringBuilder capitals = new StringBuilder();

    private final Words words;
    private final Lexicon lexicon;
    private final WordCutter cutter = new WordCutter(this);
    private final char[] raw = new char[MAX_LENGTH * 2];
    private final char[] joined = new char[MAX_LENGTH * 2];
    private final int[] rawTo = new int[MAX_TOKENS];
    private final byte[] legal = new byte[MAX_TOKENS];
    private final long[] form = new long[MAX_TOKENS];
    /// The whole name in its order, legal forms in one spelling.
    long whole;

    NameReader(Lexicon lexicon) {
        words = Words.shared();
        this.lexicon = lexicon;
    }

    void read(String name) {
        size = 0;
        legalForm = 0;
        initials.setLength(0);
        capitals.setLength(0);
        cutter.cut(name);
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
        token(letters, Letters.sound(letters, 0, Letters.withoutUmlauts(letters, 0, count)), foreign);
    }

    /// A legal form among Chinese letters.
    void legalLogogram() {
        legalForm = Words.STOCK;
    }

    private int rawFrom() {
        return size == 0 ? 0 : rawTo[size - 1];
    }

    private int raw(char[] letters, int count, int from) {
        var fits = Math.min(count, raw.length - from);
        System.arraycopy(letters, 0, raw, from, fits);
        return from + fits;
    }

    /// The hash of a token as it is written, before it is sounded out; and how long that is.
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
            if (kind[i] != COUNTRY || size == 1) {
                System.arraycopy(raw, rawTo[i] - writtenLength(i), joined, length, writtenLength(i));
                length += writtenLength(i);
            }
        }
        return length < 4 ? 0 : Hash.of(joined, 0, length);
    }

    private void token(char[] letters, int count, long foreign) {
        var hash = Hash.of(letters, 0, count);
        var mayKnow = words.mayKnow(hash);
        legal[size] = mayKnow ? words.legalForm(hash) : 0;
        form[size] = hash;
        if (mayKnow && words.isStop(hash) && legal[size] == 0) {
            return;
        }
        initials.append(raw[rawFrom()]);
        var concept = foreign != 0 ? foreign : mayKnow ? words.concept(hash) : 0;
        var country = concept == 0 && mayKnow ? words.country(hash) : "";
        kind[size] = kindOf(concept, country, letters[0]);
        token[size] = concept != 0 ? concept : country.isEmpty() ? hash : Hash.of(country);
        spelled[size] = lexicon.spell(hash, letters, count);
        size++;
    }

    private static byte kindOf(long concept, String country, char first) {
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
            whole = Hash.both(whole, legal[i] == 0 ? token[i] : words.legalSpelling(form[i]));
        }
        for (var i = size - 1; i > 0 && (legal[i] != 0 || kind[i] == COUNTRY); i--) {
            if (legal[i] != 0 && size > 1) {
                legalForm = legal[i] == Words.COMPANY ? legalForm : legal[i];
                drop(i);
            }
        }
        if (size > 1 && legal[0] != 0 && spelled[0].length() <= LEADING_FORM_LONGEST) {
            legalForm = legal[0];
            drop(0);
            initials.deleteCharAt(0);
        }
        initials.setLength(Math.min(initials.length(), size));
    }

    private void drop(int index) {
        var after = size - index - 1;
        System.arraycopy(token, index + 1, token, index, after);
        System.arraycopy(kind, index + 1, kind, index, after);
        System.arraycopy(legal, index + 1, legal, index, after);
        System.arraycopy(spelled, index + 1, spelled, index, after);
        var from = index == 0 ? 0 : rawTo[index - 1];
        var gone = rawTo[index] - from;
        System.arraycopy(raw, rawTo[index], raw, from, rawTo[size - 1] - rawTo[index]);
        for (var i = index + 1; i < size; i++) {
            rawTo[i - 1] = rawTo[i] - gone;
        }
        size--;
    }
}
