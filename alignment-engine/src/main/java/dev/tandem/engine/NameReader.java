package dev.tandem.engine;

import java.util.Locale;

/// Reads a name into tokens: folded, words of organisations as their concept, legal forms taken off but never
/// below one token. Holds the tokens of the last name read; one instance a thread.
final class NameReader {
    static final byte WORD = 0;
    static final byte CONCEPT = 1;
    static final byte NUMBER = 2;
    static final byte COUNTRY = 3;
    static final int MAX_TOKENS = 24;
    private static final int MAX_LENGTH = 400;

    final long[] token = new long[MAX_TOKENS];
    final byte[] kind = new byte[MAX_TOKENS];
    final String[] spelled = new String[MAX_TOKENS];
    int size;
    byte legalForm;
    final StringBuilder initials = new StringBuilder();
    /// Words of 2 to 7 capitals, which may be an acronym.
    final StringBuilder capitals = new StringBuilder();

    private final Words words;
    private final Letters letters = new Letters();
    private final Lexicon lexicon;
    private final char[] buffer = new char[MAX_LENGTH + 8];
    private final char[] raw = new char[MAX_LENGTH * 2];
    private final char[] joined = new char[MAX_LENGTH * 2];
    private final int[] rawTo = new int[MAX_TOKENS];
    private int length;
    private int singles;
    /// The concept of a word of another script, by how it is written there.
    private long foreign;
    private int upper;
    private final byte[] legal = new byte[MAX_TOKENS];
    private final long[] form = new long[MAX_TOKENS];
    /// The whole name in its order, legal forms in one spelling.
    long whole;
    private boolean allUpper;

    NameReader(Lexicon lexicon) {
        words = Words.shared();
        this.lexicon = lexicon;
    }

    void read(String name) {
        size = 0;
        length = 0;
        singles = 0;
        upper = 0;
        foreign = 0;
        legalForm = 0;
        initials.setLength(0);
        capitals.setLength(0);
        var end = Math.min(name.length(), MAX_LENGTH);
        allUpper = isUpper(name, end);
        for (var i = 0; i < end; i++) {
            i = character(name, i, end);
        }
        endOfToken();
        withoutLegalForms();
    }

    private static boolean isUpper(String name, int end) {
        for (var i = 0; i < end; i++) {
            if (Character.isLowerCase(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private int character(String name, int i, int end) {
        var c = name.charAt(i);
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            buffer[length++] = c;
        } else if (c >= 'A' && c <= 'Z') {
            buffer[length++] = (char) (c + 32);
            upper++;
        } else if (c == ' ' || c < 0x80) {
            punctuation(name, i, end, c);
        } else if (Words.isLogographic(c)) {
            return logograms(name, i, end);
        } else {
            foreign(name, i, end, c);
            return foreignEnd(name, i, end);
        }
        limit();
        return i;
    }

    private void limit() {
        if (length >= MAX_LENGTH) {
            endOfToken();
        }
    }

    /// `S.A.` is one token, `AT&T` another, `d'Investigació` two, `People's` one.
    private void punctuation(String name, int i, int end, char c) {
        if (c == '\'') {
            if (length == 1 && (buffer[0] == 'd' || buffer[0] == 'l')) {
                length = 0;
                upper = 0;
            }
            return;
        }
        var joins = switch (c) {
            case '.' -> length == 1 || (length > 1 && singles == length);
            case '&' -> length > 0 && length <= 2 && (isLetter(name, i + 1, end) || isAlone(name, i + 2, end));
            default -> c == ' ' && length == 1 && isAmpersand(name, i + 1, end) && isAlone(name, i + 3, end);
        };
        if (c == ' ' && length == 1 && i > 0 && name.charAt(i - 1) == '&') {
            return;
        }
        if (joins) {
            singles = length;
            return;
        }
        endOfToken();
    }

    private static boolean isAmpersand(String name, int at, int end) {
        return at + 1 < end && name.charAt(at) == '&' && name.charAt(at + 1) == ' ';
    }

    private static boolean isLetter(String name, int at, int end) {
        return at < end && Character.isLetter(name.charAt(at));
    }

    /// Whether a single letter stands at `at`.
    private static boolean isAlone(String name, int at, int end) {
        return at < end
                && Character.isLetter(name.charAt(at))
                && (at + 1 == end || !Character.isLetterOrDigit(name.charAt(at + 1)));
    }

    private void foreign(String name, int i, int end, char c) {
        var latin = Letters.ascii(c);
        if (latin != null) {
            for (var k = 0; k < latin.length() && length < MAX_LENGTH; k++) {
                buffer[length++] = latin.charAt(k);
            }
            if (Character.isUpperCase(c)) {
                upper++;
            }
        } else if (c == '\u2019' || c == '\u02bc') {
            punctuation(name, i, end, '\'');
        } else if (Character.isLetterOrDigit(c)) {
            var written = name.substring(i, runEnd(name, i, end)).toLowerCase(Locale.ROOT);
            foreign = words.concept(Hash.of(written));
            var run = letters.latin(written);
            for (var k = 0; k < run.length() && length < MAX_LENGTH; k++) {
                buffer[length++] = run.charAt(k);
            }
        } else {
            endOfToken();
        }
    }

    private static int foreignEnd(String name, int i, int end) {
        var c = name.charAt(i);
        return Letters.ascii(c) == null && Character.isLetterOrDigit(c) ? runEnd(name, i, end) - 1 : i;
    }

    private static int runEnd(String name, int from, int end) {
        var i = from;
        while (i < end && isOfRun(name.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isOfRun(char c) {
        return c >= 0x250
                && !Words.isLogographic(c)
                && (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK);
    }

    /// Chinese, Japanese and Korean are written without blanks: known words are cut out, the rest is read
    /// aloud.
    private int logograms(String name, int from, int end) {
        endOfToken();
        var rest = from;
        var i = from;
        while (i < end && Words.isLogographic(name.charAt(i))) {
            var word = words.logogram(name, i);
            if (word.isEmpty()) {
                i++;
            } else {
                aloud(name, rest, i);
                logogram(word);
                i += word.length();
                rest = i;
            }
        }
        aloud(name, rest, i);
        return i - 1;
    }

    private void logogram(String word) {
        if (words.isLegalLogogram(word)) {
            legalForm = Words.STOCK;
        } else {
            spell(words.conceptOfLogogram(word));
        }
    }

    private void aloud(String name, int from, int to) {
        if (to > from) {
            spell(letters.latin(name.substring(from, to)));
        }
    }

    private void spell(String latin) {
        length = Math.min(latin.length(), MAX_LENGTH);
        latin.getChars(0, length, buffer, 0);
        endOfToken();
    }

    private void endOfToken() {
        if (length > 0 && size < MAX_TOKENS) {
            if (!allUpper && upper >= 2 && upper == length && length <= 7) {
                capitals.append(buffer, 0, length).append(' ');
            }
            rawTo[size] = raw(rawFrom());
            length = Letters.sound(buffer, 0, Letters.withoutUmlauts(buffer, 0, length));
            token();
        }
        length = 0;
        singles = 0;
        upper = 0;
    }

    private int rawFrom() {
        return size == 0 ? 0 : rawTo[size - 1];
    }

    private int raw(int from) {
        var fits = Math.min(length, raw.length - from);
        System.arraycopy(buffer, 0, raw, from, fits);
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

    private void token() {
        var hash = Hash.of(buffer, 0, length);
        legal[size] = words.legalForm(hash);
        form[size] = hash;
        if (words.isStop(hash) && legal[size] == 0) {
            return;
        }
        initials.append(raw[rawFrom()]);
        var concept = foreign != 0 ? foreign : words.concept(hash);
        foreign = 0;
        var country = concept == 0 ? words.country(hash) : "";
        kind[size] = kindOf(concept, country);
        token[size] = concept != 0 ? concept : country.isEmpty() ? hash : Hash.of(country);
        spelled[size] = lexicon.spell(token[size], buffer, length);
        size++;
    }

    private byte kindOf(long concept, String country) {
        if (concept != 0) {
            return CONCEPT;
        }
        if (!country.isEmpty()) {
            return COUNTRY;
        }
        return buffer[0] <= '9' ? NUMBER : WORD;
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
        if (size > 1 && legal[0] != 0 && length(0) <= 4) {
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

    private int length(int index) {
        return spelled[index].length();
    }
}
