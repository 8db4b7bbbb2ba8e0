package dev.tandem.engine;

import java.util.List;
import java.util.stream.Collectors;

/// Why two accounts are taken for the same or not: `bits` is the sum of the bits of its evidence, the
/// logarithm to base 2 of the odds that they are.
public record Explanation(float bits, List<Evidence> evidence) {
    static final int MOST_IN_SENTENCE = 4;
    static final float LEAST_IN_SENTENCE = 0.5f;

    public Explanation {
        evidence = List.copyOf(evidence);
    }

    /// One piece of evidence: its code, what it says in words, and for how much it counts; negative is
    /// against.
    public record Evidence(String code, String words, float bits) {
        /// The field that it was found in, as in [AccountRow]; empty if in none.
        public String field() {
            return Clue.valueOf(code).field();
        }
    }

    /// What speaks for the pair, weightiest first, as part of a sentence.
    public String because() {
        return said(1);
    }

    /// What speaks against the pair, weightiest first, as part of a sentence.
    public String butNot() {
        return said(-1);
    }

    private String said(int sign) {
        return evidence.stream()
                .filter(one ->
                        sign * one.bits() >= LEAST_IN_SENTENCE && !one.code().equals(Clue.START.name()))
                .limit(MOST_IN_SENTENCE)
                .map(Evidence::words)
                .collect(Collectors.joining("; "));
    }
}
