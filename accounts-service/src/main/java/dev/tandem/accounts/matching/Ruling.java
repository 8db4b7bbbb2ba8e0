package dev.tandem.accounts.matching;

/// What people decided about a pair of accounts; no evidence overrides it.
public enum Ruling {
    NONE,
    SAME,
    DIFFERENT
}
