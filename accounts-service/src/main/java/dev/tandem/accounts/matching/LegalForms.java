package dev.tandem.accounts.matching;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Legal forms at the end of a name. Weak evidence: they are taken off for comparing names, but never so that nothing
/// is left ("Coop" stays "Coop"), and two different kinds of them speak against a pair.
final class LegalForms {
    private static final Set<String> CONNECTORS = Set.of("and", "und", "et", "y", "co", "e", "u");

    /// What the form is, across countries: two names with different kinds name different companies.
    private static final Map<String, String> KINDS = Map.ofEntries(
            entry("gmbh", "limited"),
            entry("mbh", "limited"),
            entry("gesmbh", "limited"),
            entry("limitada", "limited"),
            entry("ug", "limited"),
            entry("ltd", "limited"),
            entry("limited", "limited"),
            entry("llc", "limited"),
            entry("sarl", "limited"),
            entry("srl", "limited"),
            entry("sl", "limited"),
            entry("bv", "limited"),
            entry("aps", "limited"),
            entry("sro", "limited"),
            entry("kft", "limited"),
            entry("oy", "limited"),
            entry("spzoo", "limited"),
            entry("zoo", "limited"),
            entry("pty", "limited"),
            entry("kk", "stock"),
            entry("ag", "stock"),
            entry("aktiengesellschaft", "stock"),
            entry("aktiebolag", "stock"),
            entry("plc", "stock"),
            entry("sa", "stock"),
            entry("spa", "stock"),
            entry("nv", "stock"),
            entry("ab", "stock"),
            entry("asa", "stock"),
            entry("oyj", "stock"),
            entry("se", "stock"),
            entry("kg", "partnership"),
            entry("ohg", "partnership"),
            entry("gbr", "partnership"),
            entry("llp", "partnership"),
            entry("lp", "partnership"),
            entry("eg", "cooperative"),
            entry("amba", "cooperative"),
            entry("coop", "cooperative"),
            entry("ev", "association"),
            entry("foundation", "association"),
            entry("stiftung", "association"));

    /// Said of companies of any kind, so they tell nothing.
    private static final Set<String> OF_ANY_KIND = Set.of(
            "inc",
            "incorporated",
            "corp",
            "corporation",
            "company",
            "as",
            "sas",
            "sasu",
            "lda",
            "sp",
            "z",
            "oo",
            "sociedad",
            "societe",
            "societa");

    private LegalForms() {}

    /// A name without its legal form, and the kind of the form if it had one that tells something.
    record Split(List<String> words, Optional<String> kind) {}

    /// The kind is that of the last form named, so "GmbH & Co. KG" is a partnership.
    static Split split(List<String> words) {
        var end = words.size();
        var kind = Optional.<String>empty();
        while (end > 1 && isForm(words.get(end - 1))) {
            var form = words.get(--end);
            kind = kind.or(() -> Optional.ofNullable(KINDS.get(form)));
        }
        return end == words.size() ? new Split(words, kind) : new Split(withoutConnectors(words, end), kind);
    }

    private static List<String> withoutConnectors(List<String> words, int end) {
        var last = end;
        while (last > 1 && CONNECTORS.contains(words.get(last - 1))) {
            last--;
        }
        return last < end ? split(words.subList(0, last)).words() : words.subList(0, last);
    }

    private static boolean isForm(String word) {
        return KINDS.containsKey(word) || OF_ANY_KIND.contains(word) || word.equals("co");
    }
}
