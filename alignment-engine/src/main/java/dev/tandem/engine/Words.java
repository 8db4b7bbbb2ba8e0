package dev.tandem.engine;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// The words that names of organisations share: what they mean in other languages, which are legal forms,
/// which say nothing. All are read folded, as tokens are.
final class Words {
    static final byte LIMITED = 1;
    static final byte STOCK = 2;
    static final byte PARTNERSHIP = 3;
    static final byte REGISTERED = 4;
    static final byte COMPANY = 5;
    private static final List<String> CLASSES = List.of("", "limited", "stock", "partnership", "registered", "company");

    private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();
    private static final Splitter SPELLINGS = Splitter.on('=');
    private static final int KNOWN = 1 << 17;
    private static final Words SHARED = new Words();

    private final Map<Long, Long> concepts = new HashMap<>();
    private final Map<Long, Byte> legalForms = new HashMap<>();
    private final Map<Long, Long> legalSpellings = new HashMap<>();
    private final Map<Long, String> countries = new HashMap<>();
    private final Set<Long> stops = new HashSet<>();
    private final Map<String, String> logograms = new TreeMap<>();
    private final Set<String> legalLogograms = new HashSet<>();
    private int longestLogogram;
    /// Of the hashes that are known, some bits: most words of names are none of them.
    private final BitSet known = new BitSet(KNOWN);

    private Words() {
        var letters = new Letters();
        lines("concepts.txt").forEach(line -> concept(line, letters));
        lines("legal-forms.txt").forEach(line -> legalForm(line, letters));
        lines("readings.txt").forEach(line -> readings(line));
        lines("stop-words.txt").forEach(line -> stopWords(line, letters));
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

    /// The longest word in Chinese, Japanese or Korean letters that starts at `from`, as its concept; empty
    /// if none.
    String logogram(String text, int from) {
        for (var length = Math.min(longestLogogram, text.length() - from); length > 0; length--) {
            var word = text.substring(from, from + length);
            if (logograms.containsKey(word) || legalLogograms.contains(word)) {
                return word;
            }
        }
        return "";
    }

    boolean isLegalLogogram(String word) {
        return legalLogograms.contains(word);
    }

    String conceptOfLogogram(String word) {
        return Objects.requireNonNull(logograms.get(word));
    }

    private void readings(List<String> words) {
        for (var i = 0; i + 1 < words.size(); i += 2) {
            logograms.put(words.get(i), words.get(i + 1).replace("_", ""));
            longestLogogram = Math.max(longestLogogram, words.get(i).length());
        }
    }

    private void concept(List<String> words, Letters letters) {
        var canonical = token(words.get(0), letters);
        for (var word : words) {
            if (isForeign(word)) {
                concepts.putIfAbsent(Hash.of(word.toLowerCase(Locale.ROOT)), canonical);
            } else if (isLogographic(word) && word.length() > 1) {
                logograms.put(word, words.get(0));
                longestLogogram = Math.max(longestLogogram, word.length());
            } else {
                concepts.putIfAbsent(token(word, letters), canonical);
            }
        }
    }

    private void legalForm(List<String> words, Letters letters) {
        for (var i = 1; i < words.size(); i++) {
            if (isLogographic(words.get(i))) {
                legalLogograms.add(words.get(i));
                longestLogogram = Math.max(longestLogogram, words.get(i).length());
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
                .anyMatch(c -> Letters.ascii((char) c) == null && Character.isLetter(c) && !isLogographic(c));
    }

    static boolean isLogographic(String word) {
        return word.codePoints().anyMatch(Words::isLogographic);
    }

    static boolean isLogographic(int letter) {
        return letter >= 0x2e80 && letter < 0xd7b0 && Character.isLetter(letter);
    }

    static List<List<String>> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(WORDS::splitToList)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
