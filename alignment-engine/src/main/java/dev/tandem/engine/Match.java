package dev.tandem.engine;

/// Two accounts and how likely they are the same customer. `bits` is the evidence of the pair alone,
/// `probability` (0 to 1, calibrated) also weighs the pairs that compete for either account.
public record Match(int a, int b, float bits, float probability, Decision decision) {
    /// What becomes of a pair: only a match is one without a person.
    public enum Decision {
        MATCH,
        REVIEW
    }
}
