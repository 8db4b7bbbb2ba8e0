package dev.tandem.engine;

import java.util.Locale;

/// Cuts a name into words of lower-case ASCII letters and digits: `S.A.` is one word, `AT&T` another,
/// `d'Investigació` two; known words are cut out of Chinese, Japanese and Korean, and other scripts are read
/// aloud. One instance a thread.
final class WordCutter {
    private static final int MAX_LENGTH = 400;
    private static final int ACRONYM_LONGEST = 7;

    private final NameReader reader;
    private final Words words = Words.shared();
    private final Letters letters = new Letters();
    private final char[] buffer = new char[MAX_LENGTH + 8];
    private int length;
    /// Where the name starts.
    private int start;
    /// The length up to which the word is made of single letters with points.
    private int singles;

    private int upper;
    private boolean allUpper;
    /// The concept of a word of another script, by how it is written there; 0 for none.
    private long foreign;

    WordCutter(NameReader reader) {
        this.reader = reader;
    }

    /// Hands every word of the name to the reader, in order; letters beyond the four-hundredth are not read.
    void cut(char[] text, int from, int to) {
        var end = Math.min(to, from + MAX_LENGTH);
        allUpper = Letters.isUpper(text, from, end);
        start = from;
        clear();
        for (var i = from; i < end; i++) {
            i = character(text, i, end);
        }
        endOfToken();
    }

    private void clear() {
        length = 0;
        singles = 0;
        upper = 0;
        foreign = 0;
    }

    private int character(char[] name, int i, int end) {
        var c = name[i];
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            buffer[length++] = c;
        } else if (c >= 'A' && c <= 'Z') {
            buffer[length++] = (char) (c + 32);
            upper++;
        } else if (c == ' ' || c < 0x80) {
            punctuation(name, i, end, c);
        } else if (Logograms.isOne(c)) {
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

    private void punctuation(char[] name, int i, int end, char c) {
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
        if (c == ' ' && length == 1 && i > start && name[i - 1] == '&') {
            return;
        }
        if (joins) {
            singles = length;
            return;
        }
        endOfToken();
    }

    private static boolean isAmpersand(char[] name, int at, int end) {
        return at + 1 < end && name[at] == '&' && name[at + 1] == ' ';
    }

    private static boolean isLetter(char[] name, int at, int end) {
        return at < end && Character.isLetter(name[at]);
    }

    /// Whether a single letter stands at `at`.
    private static boolean isAlone(char[] name, int at, int end) {
        return at < end && Character.isLetter(name[at]) && (at + 1 == end || !Character.isLetterOrDigit(name[at + 1]));
    }

    private void foreign(char[] name, int i, int end, char c) {
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
            var written = new String(name, i, runEnd(name, i, end) - i).toLowerCase(Locale.ROOT);
            foreign = words.concept(Hash.of(written));
            var run = letters.latin(written);
            for (var k = 0; k < run.length() && length < MAX_LENGTH; k++) {
                buffer[length++] = run.charAt(k);
            }
        } else {
            endOfToken();
        }
    }

    private static int foreignEnd(char[] name, int i, int end) {
        var c = name[i];
        return Letters.ascii(c) == null && Character.isLetterOrDigit(c) ? runEnd(name, i, end) - 1 : i;
    }

    private static int runEnd(char[] name, int from, int end) {
        var i = from;
        while (i < end && isOfRun(name[i])) {
            i++;
        }
        return i;
    }

    private static boolean isOfRun(char c) {
        return c >= 0x250
                && !Logograms.isOne(c)
                && (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK);
    }

    /// Chinese, Japanese and Korean are written without blanks: known words are cut out, the rest is read
    /// aloud.
    private int logograms(char[] name, int from, int end) {
        endOfToken();
        var rest = from;
        var i = from;
        while (i < end && Logograms.isOne(name[i])) {
            var word = words.logograms().find(name, i, end);
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
        if (words.logograms().isLegal(word)) {
            reader.legalLogogram();
        } else {
            spell(words.logograms().concept(word));
        }
    }

    private void aloud(char[] name, int from, int to) {
        if (to > from) {
            spell(letters.latin(new String(name, from, to - from)));
        }
    }

    private void spell(String latin) {
        length = Math.min(latin.length(), MAX_LENGTH);
        latin.getChars(0, length, buffer, 0);
        endOfToken();
    }

    private void endOfToken() {
        if (length > 0) {
            var capitals = !allUpper && upper >= 2 && upper == length && length <= ACRONYM_LONGEST;
            reader.word(buffer, length, capitals, foreign);
        }
        clear();
    }
}
