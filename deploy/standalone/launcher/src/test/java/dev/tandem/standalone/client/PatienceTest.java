package dev.tandem.standalone.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.standalone.client.Patience.Look;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private final AtomicLong now = new AtomicLong(-5);
    private final Patience patience = new Patience(Duration.ofSeconds(10), now::get, now::addAndGet);

    @Test
    void looksAgainUntilItHasComeAbout() {
        Deque<Look<String>> looks = new ArrayDeque<>(List.of(Look.notYet(1), Look.notYet(2), Look.seen("three")));

        var seen = patience.until("the third", looks::remove);

        assertThat(seen).isEqualTo("three");
        assertThat(looks).isEmpty();
    }

    @Test
    void givesUpAtTheDeadlineAndSaysWhatWasAwaitedAndHowFarItHadCome() {
        assertThatThrownBy(() -> patience.until("2,500 receipts", () -> Look.notYet("2,311")))
                .isInstanceOf(Patience.GivenUp.class)
                .hasMessage("waited 10 s for 2,500 receipts; so far 2,311");
        assertThat(Duration.ofNanos(now.get())).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(11));
    }

    @Test
    void looksSeldomWhereALookTakesLong() {
        var looks = new AtomicLong();

        assertThatThrownBy(() -> patience.until("a long list", () -> {
                    now.addAndGet(Duration.ofSeconds(1).toNanos());
                    return Look.notYet(looks.incrementAndGet());
                }))
                .hasMessage("waited 10 s for a long list; so far 4");
    }

    @Test
    void takesSilenceAndABusyPlatformForNotYet() {
        Deque<Runnable> looks = new ArrayDeque<>(List.of(
                () -> {
                    throw new Api.Unreachable("GET /", new IOException("refused"));
                },
                () -> answer(503).expect(200),
                () -> answer(429).expect(200),
                () -> answer(200).expect(200)));

        var seen = patience.until("an answer", () -> {
            looks.remove().run();
            return Look.seen("well");
        });

        assertThat(seen).isEqualTo("well");
    }

    @Test
    void passesARefusalOnAtOnce() {
        assertThatThrownBy(() ->
                        patience.until("an answer", () -> Look.seen(answer(403).expect(200))))
                .isInstanceOf(Answer.Unexpected.class)
                .hasMessageContaining("GET /x was answered with 403: {}");
        assertThat(now).hasValue(-5);
    }

    private static Answer answer(int status) {
        return new Answer("GET /x", status, HttpHeaders.of(Map.of(), (_, _) -> true), "{}");
    }
}
