package dev.tandem.samples;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// How one name comes to be written in many ways.
final class Spelling {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_LABEL = Pattern.compile("[^a-z0-9]+");
    private static final Pattern SPACES = Pattern.compile(" +");

    private Spelling() {}

    static String joined(String name, String legalForm) {
        return legalForm.startsWith(",") ? name + legalForm : name + " " + legalForm;
    }

    /// German vowels as two letters, all other marks dropped.
    static String ascii(String text) {
        String written = text.replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("Ä", "Ae")
                .replace("Ö", "Oe")
                .replace("Ü", "Ue");
        return withoutMarks(written);
    }

    static String withoutMarks(String text) {
        String letters =
                text.replace("ß", "ss").replace("ł", "l").replace("Ł", "L").replace("ø", "o");
        return MARKS.matcher(Normalizer.normalize(letters, Normalizer.Form.NFD)).replaceAll("");
    }

    /// Lower case words of a domain or mail address, joined by the divider.
    static String label(String text, String divider) {
        String apart = NOT_LABEL
                .matcher(ascii(text).toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
        return apart.replace(" ", divider);
    }

    static List<String> words(String text) {
        return List.of(SPACES.split(text.strip(), -1));
    }

    static String initials(String text) {
        var letters = new StringBuilder();
        for (String word : words(text)) {
            if (Character.isLetter(word.charAt(0))) {
                letters.append(Character.toUpperCase(word.charAt(0)));
            }
        }
        return letters.toString();
    }

    /// Two neighbouring small letters exchanged.
    static String mistyped(String text, Dice dice) {
        int at = dice.below(Math.max(1, text.length() - 1));
        if (text.length() < 5
                || !Character.isLowerCase(text.charAt(at))
                || !Character.isLowerCase(text.charAt(at + 1))) {
            return text;
        }
        return text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
    }
}
