package dev.tandem.accounts.matching;

/// Whether every other party would see an account where it overlaps.
public enum Openness {
    SHOWN,
    /// From one of them at least.
    HELD_BACK
}
