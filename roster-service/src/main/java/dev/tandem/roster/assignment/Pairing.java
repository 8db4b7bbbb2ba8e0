package dev.tandem.roster.assignment;

import java.util.BitSet;

/// Which candidates are paired, and the proof that nothing better exists.
///
/// The bound comes from the prices, a solution of the dual problem: whatever the pairing, it is worth no more than
/// `Σ capacity × price + Σ max(0, weight − price of its left − price of its right)`. Where the worth reaches that
/// bound,
/// it is the greatest possible.
///
/// @param worth the sum of the weights of what is paired
/// @param bound that no pairing exceeds
public record Pairing(Candidates candidates, BitSet paired, long worth, long bound) {

    static Pairing of(Candidates candidates, BitSet paired, Prices prices) {
        var worth = paired.stream().mapToLong(candidates::weight).sum();
        return new Pairing(candidates, paired, worth, prices.bound());
    }

    public boolean isOptimal() {
        return worth == bound;
    }
}
