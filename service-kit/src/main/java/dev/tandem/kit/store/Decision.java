package dev.tandem.kit.store;

import java.util.Optional;

/// What to do with an aggregate as it is now. Runs again when another writer was faster, so it must not have effects
/// of its own; it refuses by throwing.
@FunctionalInterface
public interface Decision<S> {
    Change<S> on(Optional<Versioned<S>> current);
}
