package dev.tandem.standalone.demo;

import dev.tandem.standalone.client.Patience.Look;
import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Looks at something that grows by itself until it has stayed the same for a while: for what nobody announces the end
/// of.
final class Settling<T> implements Supplier<Look<T>> {
    private static final Duration QUIET = Duration.ofSeconds(3);

    private final Supplier<T> look;
    private final Predicate<T> enough;
    private final LongSupplier nanos;
    private @Nullable T last;
    private long sinceNanos;

    Settling(Supplier<T> look, Predicate<T> enough, LongSupplier nanos) {
        this.look = look;
        this.enough = enough;
        this.nanos = nanos;
    }

    /// @param enough what must hold besides
    Settling(Supplier<T> look, Predicate<T> enough) {
        this(look, enough, System::nanoTime);
    }

    @Override
    public Look<T> get() {
        var now = look.get();
        if (!Objects.equals(now, last)) {
            last = now;
            sinceNanos = nanos.getAsLong();
        }
        var isQuiet = nanos.getAsLong() - sinceNanos >= QUIET.toNanos();
        return isQuiet && enough.test(now) ? Look.seen(now) : Look.notYet(now);
    }
}
