package dev.tandem.kit.intake;

/// What a service does with one event. Must be idempotent through the aggregate it changes; throws [Unprocessable] for
/// what can never apply, and lets every other fault out, so that the event is tried again.
@FunctionalInterface
public interface Handler<T> {
    void on(Incoming<T> event);
}
