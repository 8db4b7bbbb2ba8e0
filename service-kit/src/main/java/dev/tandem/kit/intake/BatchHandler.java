package dev.tandem.kit.intake;

import java.util.List;

/// What a service does with several events at once, in the order in which they came, where that spares ways to the
/// store. It comes to what the [Handler] does with them one after the other, and may leave any part undone when it
/// throws: whatever it throws, each event is then handled on its own, which is when one that can never apply is parked.
@FunctionalInterface
public interface BatchHandler<T> {
    void on(List<Incoming<T>> events);
}
