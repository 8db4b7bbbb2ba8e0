package dev.tandem.roster.engagement;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// How far a party is with its opportunity. Sales go back and forth; what is closed stays closed.
enum Stage {
    EXPLORING,
    QUALIFIED,
    PROPOSED,
    NEGOTIATING,
    WON,
    LOST;

    /// To where it can go from here.
    Set<Stage> allowed() {
        return this == WON || this == LOST ? EnumSet.noneOf(Stage.class) : EnumSet.complementOf(EnumSet.of(this));
    }

    List<String> allowedWords() {
        return allowed().stream().map(Stage::name).toList();
    }
}
