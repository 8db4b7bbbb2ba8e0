package dev.tandem.engine;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Folds letters to lower-case ASCII: Latin ones by a table, other scripts by ICU. `ä`, `ö`, `ü` and their
/// spellings `ae`, `oe`, `ue` come out the same, so that Müller is Mueller; one instance a thread.
final class Letters {
    private static final int TABLE_END = 0x0250;
    private static final int SOUNDED = 5;
    private static final @Nullable String[] LATIN = latin();

    private @Nullable Transliterator anyLatin;

    /// `text`, folded; what is neither letter nor digit becomes a blank.
    String fold(String text) {
        var folded = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            append(text.charAt(i), folded);
        }
        return isAscii(folded) ? folded.toString() : anyLatin().transliterate(folded.toString());
    }

    /// A run of letters of another script, as Latin letters without blanks.
    String latin(String run) {
        return anyLatin().transliterate(run).replaceAll("[^a-z0-9]", "");
    }

    /// Made when it is first needed, for that takes longer than to read ten thousand names.
    private Transliterator anyLatin() {
        if (anyLatin == null) {
            anyLatin = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");
        }
        return anyLatin;
    }

    private static void append(char c, StringBuilder folded) {
        var latin = ascii(c);
        if (latin != null) {
            folded.append(latin);
        } else {
            folded.append(Character.isLetterOrDigit(c) ? c : ' ');
        }
    }

    /// The ASCII spelling of a Latin letter or a digit, empty for a mark that only decorates, null for
    /// anything else.
    static @Nullable String ascii(char c) {
        if (c < TABLE_END) {
            return LATIN[c];
        }
        if (c >= 0x0300 && c < 0x0370) {
            return "";
        }
        return (c >= 0xff10 && c <= 0xff5a) || (c >= 0x1e00 && c < 0x1f00) ? plain(c) : null;
    }

    static boolean isAscii(CharSequence text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String[] latin() {
        var table = new @Nullable String[TABLE_END];
        for (var c = 0; c < TABLE_END; c++) {
            table[c] = c < 0x80
                    ? Character.isLetterOrDigit(c) ? String.valueOf((char) Character.toLowerCase(c)) : null
                    : Character.isLetter(c) ? plain((char) c) : null;
        }
        return table;
    }

    private static @Nullable String plain(char c) {
        var special = switch (Character.toLowerCase(c)) {
            case 'ß' -> "ss";
            case 'æ' -> "a";
            case 'œ' -> "o";
            case 'ø' -> "o";
            case 'đ', 'ð' -> "d";
            case 'ł' -> "l";
            case 'þ' -> "th";
            case 'ı' -> "i";
            case 'ə' -> "a";
            default -> "";
        };
        if (!special.isEmpty()) {
            return special;
        }
        var decomposed = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        return decomposed.chars().allMatch(d -> d < 0x80 && Character.isLetterOrDigit(d)) && !decomposed.isEmpty()
                ? decomposed
                : null;
    }

    /// Writes `ae`, `oe`, `ue` in `text[from, to)` as `a`, `o`, `u` where they spell an umlaut; the new end.
    static int withoutUmlauts(char[] text, int from, int to) {
        var end = from;
        for (var i = from; i < to; i++) {
            var spelled = text[i] == 'e' && end > from + 1 && isUmlauted(text[end - 1]) && !isVowel(text[end - 2]);
            if (!spelled || text[end - 2] == 'q') {
                text[end++] = text[i];
            }
        }
        return end;
    }

    /// Writes a word of five letters or more as it sounds across languages, so that Physik, physics and
    /// fizika begin alike: `ph` as `f`, `th` as `t`, `y` as `i`, `c` and `q` as `k`, `w` as `v`, `z` as `s`,
    /// doubled letters once, but every digit; the new end.
    static int sound(char[] text, int from, int to) {
        if (to - from < SOUNDED) {
            return to;
        }
        var end = from;
        var before = ' ';
        for (var i = from; i < to; i++) {
            var c = text[i];
            if (c == 'h' && before == 'p') {
                text[end - 1] = 'f';
            } else if (!(c == 'h' && (before == 't' || before == 'c'))
                    && (c <= '9' || end == from || text[end - 1] != sound(c))) {
                text[end++] = sound(c);
            }
            before = c;
        }
        return end;
    }

    private static char sound(char c) {
        return switch (c) {
            case 'y', 'j' -> 'i';
            case 'c', 'q' -> 'k';
            case 'w' -> 'v';
            case 'z' -> 's';
            default -> c;
        };
    }

    /// Whether there is no small letter.
    static boolean isUpper(char[] text, int from, int to) {
        for (var i = from; i < to; i++) {
            if (Character.isLowerCase(text[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUmlauted(char c) {
        return c == 'a' || c == 'o' || c == 'u';
    }

    private static boolean isVowel(char c) {
        return isUmlauted(c) || c == 'e' || c == 'i' || c == 'q';
    }
}
