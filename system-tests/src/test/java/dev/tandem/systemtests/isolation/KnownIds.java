package dev.tandem.systemtests.isolation;

import java.util.Map;
import java.util.TreeMap;

/// Ids that exist, and for each one of the same form that was never issued.
///
/// @param issued by collection, the segment that stands before them in paths
record KnownIds(Map<String, String> issued) {
    KnownIds {
        issued = Map.copyOf(issued);
    }

    boolean knows(String collection) {
        return issued.containsKey(collection);
    }

    /// The issued ids, but with one never issued in `collection`.
    Map<String, String> without(String collection) {
        var ids = new TreeMap<>(issued);
        ids.computeIfPresent(collection, (_, id) -> neverIssued(id));
        return ids;
    }

    Map<String, String> noneOfThem() {
        var ids = new TreeMap<>(issued);
        ids.replaceAll((_, id) -> neverIssued(id));
        return ids;
    }

    /// Every digit and letter in the last half is another one; the form stays.
    static String neverIssued(String id) {
        if (id.chars().allMatch(Character::isDigit) && id.length() < 4) {
            return "987";
        }
        var changed = new StringBuilder(id);
        for (int i = id.length() / 2; i < id.length(); i++) {
            changed.setCharAt(i, other(id.charAt(i)));
        }
        return changed.toString();
    }

    private static char other(char letter) {
        if (letter >= '0' && letter <= '9') {
            return (char) ('0' + (letter - '0' + 7) % 10);
        }
        if (letter >= 'a' && letter <= 'f') {
            return (char) ('a' + (letter - 'a' + 3) % 6);
        }
        return letter >= 'a' && letter <= 'z' ? (char) ('a' + (letter - 'a' + 3) % 26) : letter;
    }
}
