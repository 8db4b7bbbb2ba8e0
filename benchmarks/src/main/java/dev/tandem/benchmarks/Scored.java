package dev.tandem.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/// A pair that a matcher found, with its score; the higher the likelier.
record Scored(String a, String b, double score) {
    private static final Comparator<Scored> BEST_FIRST = Comparator.comparingDouble((Scored pair) -> -pair.score())
            .thenComparing(Scored::a)
            .thenComparing(Scored::b);

    /// Each account in one pair at most, the best pairs first; equally good ones in the order of their ids.
    static List<Scored> oneToOne(List<Scored> pairs) {
        var takenA = new HashSet<String>();
        var takenB = new HashSet<String>();
        var kept = new ArrayList<Scored>();
        pairs.stream().sorted(BEST_FIRST).forEach(pair -> {
            if (!takenA.contains(pair.a()) && !takenB.contains(pair.b())) {
                takenA.add(pair.a());
                takenB.add(pair.b());
                kept.add(pair);
            }
        });
        return kept;
    }
}
