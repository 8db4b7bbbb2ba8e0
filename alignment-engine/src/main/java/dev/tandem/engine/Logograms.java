package dev.tandem.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Known words in Chinese, Japanese and Korean letters, which are written without blanks.
final class Logograms {
    private final Map<String, String> concepts = new HashMap<>();
    private final Set<String> legal = new HashSet<>();
    private int longest;

    /// Word after word with its reading.
    void readings(List<String> words) {
        for (var i = 0; i + 1 < words.size(); i += 2) {
            add(words.get(i), words.get(i + 1).replace("_", ""));
        }
    }

    void add(String word, String concept) {
        concepts.put(word, concept);
        longest = Math.max(longest, word.length());
    }

    void addLegal(String form) {
        legal.add(form);
        longest = Math.max(longest, form.length());
    }

    /// The longest word in Chinese, Japanese or Korean letters that starts at `from`, as its concept; empty
    /// if none.
    String find(char[] text, int from, int to) {
        for (var length = Math.min(longest, to - from); length > 0; length--) {
            var word = new String(text, from, length);
            if (concepts.containsKey(word) || legal.contains(word)) {
                return word;
            }
        }
        return "";
    }

    boolean isLegal(String word) {
        return legal.contains(word);
    }

    String concept(String word) {
        return Objects.requireNonNull(concepts.get(word));
    }

    static boolean isOne(String word) {
        return word.codePoints().anyMatch(Logograms::isOne);
    }

    static boolean isOne(int letter) {
        return letter >= 0x2e80 && letter < 0xd7b0 && Character.isLetter(letter);
    }
}
