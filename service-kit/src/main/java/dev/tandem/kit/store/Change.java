package dev.tandem.kit.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a decision comes to: the aggregate's next state and the events that say so, or nothing.
///
/// @param state null when nothing is to be written
public record Change<S>(@Nullable S state, List<Outgoing> events) {

    public Change {
        events = List.copyOf(events);
    }

    public static <S> Change<S> to(S state, List<Outgoing> events) {
        return new Change<>(state, events);
    }

    public static <S> Change<S> to(S state, Outgoing... events) {
        return new Change<>(state, List.of(events));
    }

    public static <S> Change<S> none() {
        return new Change<>(null, List.of());
    }
}
