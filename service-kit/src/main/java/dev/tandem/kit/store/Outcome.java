package dev.tandem.kit.store;

import org.jspecify.annotations.Nullable;

/// What came of asking an aggregate to change.
public sealed interface Outcome<S> {

    /// The aggregate as it is now; null if there is none, which only [Unchanged] can say.
    @Nullable
    Versioned<S> now();

    /// Written, with its events.
    record Changed<S>(Versioned<S> now) implements Outcome<S> {}

    /// The decision was to write nothing.
    record Unchanged<S>(@Nullable Versioned<S> now) implements Outcome<S> {}

    /// The same cause was applied before; nothing was written.
    ///
    /// @param status of the original command, or 0 for an event
    record Repeated<S>(Versioned<S> now, int status) implements Outcome<S> {}
}
