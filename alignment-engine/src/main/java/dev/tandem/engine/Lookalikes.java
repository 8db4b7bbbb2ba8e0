package dev.tandem.engine;

import java.net.IDN;
import java.util.Locale;

/// Hosts and names that only look like those they are taken for, because some of their letters are of another script.
public final class Lookalikes {
    private static final String CYRILLIC_AND_GREEK = "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455"
            + "\u04bb\u0501\u051b\u051d\u04cf\u043a\u043c\u0442\u043d\u0432\u03bf\u03b1\u03bd\u03c1\u03c4\u03c5\u03ba\u03b9";

    private Lookalikes() {}

    /// Whether a label of the host, written out or in its ASCII form, or a word of a name mixes them with Latin
    /// letters.
    public static boolean has(String website) {
        if (Letters.isAscii(website) && !website.contains("xn--")) {
            return false;
        }
        for (var label : IDN.toUnicode(website.toLowerCase(Locale.ROOT)).split("[^\\p{L}\\p{N}-]+", -1)) {
            var isMixed =
                    label.chars().anyMatch(Lookalikes::isOne) && label.chars().anyMatch(c -> c >= 'a' && c <= 'z');
            if (isMixed) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOne(int letter) {
        return CYRILLIC_AND_GREEK.indexOf(letter) >= 0;
    }
}
