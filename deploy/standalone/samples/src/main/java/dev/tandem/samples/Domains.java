package dev.tandem.samples;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Gives out domains, none twice. They are invented; that one exists somewhere would be chance, and nothing calls them.
final class Domains {
    private static final int LENGTH_MAX = 24;
    private static final List<String> SUFFIXES = List.of("", "-group", "-online", "-web", "group", "1");

    private final Set<String> taken = new HashSet<>();

    String invent(String name, Country country, Dice dice) {
        String tld = dice.chance(25) ? "com" : country.topLevelDomain();
        String plain = country.languages().startsWith("de") ? name : Spelling.withoutMarks(name);
        List<String> words = Spelling.words(Spelling.label(plain, " "));
        for (int count = dice.chance(40) ? 1 : 2; count <= words.size(); count++) {
            String label = String.join(dice.chance(40) ? "-" : "", words.subList(0, count));
            if (isLabel(label, words.get(count - 1)) && taken.add(label + "." + tld)) {
                return label + "." + tld;
            }
        }
        return suffixed(longest(words), tld);
    }

    /// Not one that ends with "van" or "de".
    private static boolean isLabel(String label, String lastWord) {
        return lastWord.length() > 3 && label.length() <= LENGTH_MAX;
    }

    private static String longest(List<String> words) {
        return words.stream().max(Comparator.comparingInt(String::length)).orElseThrow();
    }

    private String suffixed(String label, String tld) {
        for (int tries = 0; ; tries++) {
            String suffix = tries < SUFFIXES.size() ? SUFFIXES.get(tries) : String.valueOf(tries);
            if (taken.add(label + suffix + "." + tld)) {
                return label + suffix + "." + tld;
            }
        }
    }
}
