package dev.tandem.engine;

import com.google.common.base.Splitter;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The words that names of organisations share: what they mean in other languages, which are legal forms,
/// which say nothing. All are read folded, as tokens are.
final class Words {
    static final byte LIMITED = 1;
    static final byte STOCK = 2;
    static final byte PARTNERSHIP = 3;
    static final byte REGISTERED = 4;
    static final byte COMPANY = 5;
    private static final List<String> CLASSES = List.of("", "limited", "stock", "partnership", "registered", "company");

    private static final Splitter SPELLINGS = Splitter.on('=');
    private static final int KNOWN = 1 << 17;
    private static final Words SHARED = new Words();

    private final Map<Long, Long> concepts = new HashMap<>();
    private final Map<Long, Byte> legalForms = new HashMap<>();
    private final Map<Long, Long> legalSpellings = new HashMap<>();
    private final Map<Long, String> countries = new HashMap<>();
    private final Set<Long> stops = new HashSet<>();
    private final Logograms logograms = new Logograms();
    /// Of the hashes that are known, some bits: most words of names are none of them.
    private final BitSet known = new BitSet(KNOWN);

    private Words() {
        var letters = new Letters();
        WordLists.lines("concepts.txt").forEach(line -> concept(line, letters));
        WordLists.lines("legal-forms.txt").forEach(line -> legalForm(line, letters));
        WordLists.lines("readings.txt").forEach(logograms::readings);
        WordLists.lines("stop-words.txt").forEach(line -> stopWords(line, letters));
        for (var language : List.of("en", "de", "fr", "es", "it", "pt", "nl")) {
            countryNames(Locale.of(language), letters);
        }
        for (var words : List.of(concepts.keySet(), legalForms.keySet(), countries.keySet(), stops)) {
            words.forEach(word -> known.set(word.intValue() & KNOWN - 1));
        }
    }

    /// Read once, for they are the same for all.
    static Words shared() {
        return SHARED;
    }

    /// False if the word is no concept, legal form, country or stop word; true if it may be one.
    boolean mayKnow(long word) {
        return known.get((int) word & KNOWN - 1);
    }

    /// What the word is read as: itself, or the first word of its line of concepts; 0 if it is none.
    long concept(long word) {
        var concept = concepts.get(word);
        return concept == null ? 0 : concept;
    }

    byte legalForm(long word) {
        var form = legalForms.get(word);
        return form == null ? 0 : form;
    }

    /// The ISO code of the country that the word names in some language, empty if none.
    String country(long word) {
        return Objects.requireNonNullElse(countries.get(word), "");
    }

    boolean isStop(long word) {
        return stops.contains(word);
    }

    Logograms logograms() {
        return logograms;
    }

    private void concept(List<String> words, Letters letters) {
        var canonical = token(words.get(0), letters);
        for (var word : words) {
            if (isForeign(word)) {
                concepts.putIfAbsent(Hash.of(word.toLowerCase(Locale.ROOT)), canonical);
            } else if (Logograms.isOne(word) && word.length() > 1) {
                logograms.add(word, words.get(0));
            } else {
                concepts.putIfAbsent(token(word, letters), canonical);
            }
        }
    }

    private void legalForm(List<String> words, Letters letters) {
        for (var i = 1; i < words.size(); i++) {
            if (Logograms.isOne(words.get(i))) {
                logograms.addLegal(words.get(i));
            } else {
                legalForms(SPELLINGS.splitToList(words.get(i)), (byte) CLASSES.indexOf(words.get(0)), letters);
            }
        }
    }

    /// Spellings of one legal form, the first of which the others are read as.
    private void legalForms(List<String> spellings, byte formClass, Letters letters) {
        for (var spelling : spellings) {
            var form = token(spelling.replace("_", ""), letters);
            legalForms.putIfAbsent(form, formClass);
            legalSpellings.putIfAbsent(form, token(spellings.getFirst().replace("_", ""), letters));
        }
    }

    /// The one spelling of a legal form.
    long legalSpelling(long word) {
        return Objects.requireNonNull(legalSpellings.get(word));
    }

    private void stopWords(List<String> words, Letters letters) {
        for (var word : words) {
            stops.add(token(word, letters));
        }
    }

    private void countryNames(Locale language, Letters letters) {
        for (var code : Locale.getISOCountries()) {
            var name = letters.fold(Locale.of("", code).getDisplayCountry(language))
                    .strip();
            if (!name.contains(" ") && name.length() > 3) {
                countries.putIfAbsent(token(name, letters), code);
            }
        }
        Map.of("uk", "GB", "usa", "US", "us", "US", "uae", "AE")
                .forEach((word, code) -> countries.putIfAbsent(token(word, letters), code));
    }

    private static long token(String word, Letters letters) {
        var chars = letters.fold(word).replace(" ", "").toCharArray();
        return Hash.of(chars, 0, Letters.sound(chars, 0, Letters.withoutUmlauts(chars, 0, chars.length)));
    }

    /// Whether it is written in letters that are neither Latin nor logographic: such a word is known as it is
    /// written.
    private static boolean isForeign(String word) {
        return word.chars()
                .anyMatch(c -> Letters.ascii((char) c) == null && Character.isLetter(c) && !Logograms.isOne(c));
    }
}
