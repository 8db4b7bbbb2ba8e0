package dev.tandem.kit.store;

/// Why a write was not made although the caller did nothing wrong in form.
public abstract sealed class StoreRefusal extends RuntimeException {
    StoreRefusal(String message) {
        super(message);
    }

    /// The idempotency key was used before with another body.
    public static final class KeyReused extends StoreRefusal {
        KeyReused() {
            super("the idempotency key was used before with another body");
        }
    }

    /// A unique index says that another document already holds this value.
    public static final class Taken extends StoreRefusal {
        Taken() {
            super("another document already holds this value");
        }
    }

    /// The aggregate has too many unsent events, or too many writers; the same request may succeed later.
    public static final class Busy extends StoreRefusal {
        Busy(String message) {
            super(message);
        }
    }
}
