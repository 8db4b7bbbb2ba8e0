package dev.tandem.accounts.importing;

import java.lang.Character.UnicodeScript;
import java.net.IDN;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// Domains that read like another one: no registry gives out a label that mixes Latin letters with Cyrillic or Greek
/// ones, so who sends one means to be taken for somebody else, or was.
final class Lookalike {
    private static final Set<UnicodeScript> TAKEN_FOR_LATIN = EnumSet.of(UnicodeScript.CYRILLIC, UnicodeScript.GREEK);

    private Lookalike() {}

    static boolean is(String website) {
        var host =
                website.replaceFirst("^[a-zA-Z]+://", "").split("[/?#:]", 2)[0].toLowerCase(Locale.ROOT);
        return Arrays.stream(host.split("[.]", -1)).map(Lookalike::readable).anyMatch(Lookalike::mixes);
    }

    /// As it is shown, where it is written in punycode.
    private static String readable(String label) {
        return label.startsWith("xn--") ? IDN.toUnicode(label, IDN.ALLOW_UNASSIGNED) : label;
    }

    private static boolean mixes(String label) {
        var scripts = EnumSet.noneOf(UnicodeScript.class);
        label.codePoints().mapToObj(UnicodeScript::of).forEach(scripts::add);
        return scripts.contains(UnicodeScript.LATIN) && scripts.stream().anyMatch(TAKEN_FOR_LATIN::contains);
    }
}
