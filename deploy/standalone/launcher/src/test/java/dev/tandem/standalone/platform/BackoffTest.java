package dev.tandem.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff();

    @Test
    void waitsLongerEachTimeButNeverLong() {
        var waits = IntStream.range(0, 8)
                .mapToObj(_ -> backoff.next(Duration.ofSeconds(1)).toSeconds())
                .toList();

        assertThat(waits).containsExactly(0L, 1L, 2L, 4L, 8L, 15L, 15L, 15L);
    }

    @Test
    void beginsAnewAfterALongLife() {
        backoff.next(Duration.ofSeconds(1));
        backoff.next(Duration.ofSeconds(1));

        assertThat(backoff.next(Duration.ofMinutes(1))).isZero();
    }
}
