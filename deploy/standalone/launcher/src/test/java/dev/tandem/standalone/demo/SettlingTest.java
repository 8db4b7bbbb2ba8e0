package dev.tandem.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.standalone.client.Patience.Look;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SettlingTest {
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicLong now = new AtomicLong(-1);
    private final Settling<Integer> settling = new Settling<>(count::get, seen -> seen > 0, now::get);

    @Test
    void isNotSettledWhileSomethingNewKeepsArriving() {
        for (int i = 1; i <= 5; i++) {
            count.set(i);
            assertThat(settling.get()).isEqualTo(Look.notYet(i));
            pass(2_900);
        }
    }

    @Test
    void isSettledOnceNothingNewArrivedForAWhile() {
        count.set(7);
        settling.get();
        pass(3_000);

        assertThat(settling.get()).isEqualTo(Look.seen(7));
    }

    @Test
    void isNeverSettledOnTooLittle() {
        settling.get();
        pass(60_000);

        assertThat(settling.get()).isEqualTo(Look.notYet(0));
    }

    private void pass(long millis) {
        now.addAndGet(Duration.ofMillis(millis).toNanos());
    }
}
