package dev.tandem.standalone.client;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Waits for what is to come about by itself: looks again and again, and gives up at a deadline with a line that says
/// what was awaited and how far it had come.
public final class Patience {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(25);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(400);
    /// A long look is taken seldom, so that looking does not hold up what is awaited.
    private static final int PAUSE_PER_LOOK = 3;

    private final Duration most;
    private final LongSupplier nanos;
    private final Pause pause;

    /// How to let time pass.
    @FunctionalInterface
    interface Pause {
        void nanos(long nanos);
    }

    Patience(Duration most, LongSupplier nanos, Pause pause) {
        this.most = most;
        this.nanos = nanos;
        this.pause = pause;
    }

    public Patience(Duration most) {
        this(most, System::nanoTime, LockSupport::parkNanos);
    }

    /// What one look has shown.
    public sealed interface Look<T> {
        /// It has come about.
        record Seen<T>(T value) implements Look<T> {}

        /// Not yet; `soFar` completes the sentence `so far …`.
        record NotYet<T>(String soFar) implements Look<T> {}

        static <T> Look<T> seen(T value) {
            return new Seen<>(value);
        }

        static <T> Look<T> notYet(Object soFar) {
            return new NotYet<>(String.valueOf(soFar));
        }
    }

    /// An answer that may pass (the platform is busy, or a part of it is restarting) counts as not yet.
    ///
    /// @param awaited completes the sentence `waited … for …`
    /// @throws GivenUp at the deadline
    public <T> T until(String awaited, Supplier<Look<T>> look) {
        var begun = nanos.getAsLong();
        var wait = FIRST_PAUSE.toNanos();
        while (true) {
            var lookBegun = nanos.getAsLong();
            switch (attempt(look)) {
                case Look.Seen<T>(var value) -> {
                    return value;
                }
                case Look.NotYet<T>(var soFar) -> {
                    if (nanos.getAsLong() - begun >= most.toNanos()) {
                        throw new GivenUp("waited %d s for %s; so far %s".formatted(most.toSeconds(), awaited, soFar));
                    }
                }
            }
            pause.nanos(Math.max(wait, PAUSE_PER_LOOK * (nanos.getAsLong() - lookBegun)));
            wait = Math.min(2 * wait, LONGEST_PAUSE.toNanos());
        }
    }

    private static <T> Look<T> attempt(Supplier<Look<T>> look) {
        try {
            return look.get();
        } catch (Api.Unreachable unreachable) {
            return Look.notYet(String.valueOf(unreachable.getMessage()));
        } catch (Answer.Unexpected unexpected) {
            if (unexpected.answer().isPassing()) {
                return Look.notYet(String.valueOf(unexpected.getMessage()));
            }
            throw unexpected;
        }
    }

    /// It did not come about in time.
    public static final class GivenUp extends RuntimeException {
        GivenUp(String message) {
            super(message);
        }
    }
}
