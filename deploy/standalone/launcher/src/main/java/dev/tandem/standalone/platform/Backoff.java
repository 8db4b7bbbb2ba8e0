package dev.tandem.standalone.platform;

import java.time.Duration;

/// How long to wait before a process is started again: not at all the first time, then 1, 2, 4… up to 15 seconds; from
/// the beginning once it has lived for half a minute.
final class Backoff {
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final Duration SETTLED = Duration.ofSeconds(30);

    private int failures;

    Duration next(Duration lived) {
        failures = lived.compareTo(SETTLED) >= 0 ? 0 : failures;
        var wait = failures == 0 ? Duration.ZERO : Duration.ofSeconds(1L << Math.min(failures - 1, 4));
        failures++;
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
