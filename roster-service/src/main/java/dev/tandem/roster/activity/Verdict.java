package dev.tandem.roster.activity;

/// Whether an activity was as it is reported.
enum Verdict {
    CONFIRMED,
    CONTESTED
}
