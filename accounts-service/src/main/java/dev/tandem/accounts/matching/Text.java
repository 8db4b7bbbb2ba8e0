package dev.tandem.accounts.matching;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Text as it is compared: one case, Latin letters, words apart.
final class Text {
    private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    /// Between letters these do not part a word: O'Neill, S.A., U.S.
    private static final Pattern INSIDE_A_WORD = Pattern.compile("['’`.]");

    private Text() {}

    /// Words with marks dropped: Müller is `muller`.
    static List<String> plain(String text) {
        return words(ascii(cased(text)));
    }

    /// Words with marks spelled out, as German and the Nordic languages do: Müller is `mueller`.
    static List<String> spelledOut(String text) {
        var spelled = cased(text)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ø", "oe")
                .replace("å", "aa");
        return words(ascii(spelled));
    }

    /// Letters and digits only, in capitals.
    static String code(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static String cased(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace("&", " and ")
                .replace("+", " and ");
    }

    private static String ascii(String text) {
        return text.chars().allMatch(letter -> letter < 128)
                ? text
                : LATIN.transliterate(text).toLowerCase(Locale.ROOT);
    }

    private static List<String> words(String text) {
        var joined = INSIDE_A_WORD.matcher(text).replaceAll("");
        var words = NOT_A_WORD.splitAsStream(joined).filter(word -> !word.isEmpty());
        return lettersJoined(words.toList());
    }

    /// "S A" is "SA": letters that stand alone side by side are one abbreviation.
    private static List<String> lettersJoined(List<String> words) {
        var joined = new ArrayList<String>();
        var lastIsLetters = false;
        for (var word : words) {
            var letter = word.length() == 1 && Character.isLetter(word.charAt(0));
            if (letter && lastIsLetters) {
                joined.add(joined.removeLast() + word);
            } else {
                joined.add(word);
            }
            lastIsLetters = letter;
        }
        return joined;
    }
}
