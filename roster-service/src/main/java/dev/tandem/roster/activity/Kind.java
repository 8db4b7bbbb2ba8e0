package dev.tandem.roster.activity;

/// What people of several parties do together.
enum Kind {
    CALL,
    MEETING,
    PRESENTATION,
    INTRODUCTION,
    TRAINING,
    /// Somebody experienced helps others to sell; its minutes are counted apart.
    COACHING
}
