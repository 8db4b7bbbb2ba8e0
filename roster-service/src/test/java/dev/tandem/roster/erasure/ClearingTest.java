package dev.tandem.roster.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.kit.intake.TopicSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// When something is appended to the topics after an erasure, and from when on they are said to be clear.
@NullMarked
class ClearingTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final TopicSettings TOPICS = new TopicSettings(1, (short) 1, 86_400_000, 3_600_000);
    private static final Instant ERASED = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void appendsOnceTheSegmentIsOldEnoughAndUntilTheErasureItselfIsGone() {
        var waits = new ArrayList<Duration>();
        for (var now = Clearing.of(ERASED, TOPICS); now.dueMs() > 0; ) {
            var due = Instant.ofEpochMilli(now.dueMs());
            waits.add(Duration.between(ERASED, due));
            now = now.done(due, TOPICS);
        }

        var first = HOUR.plusMinutes(1);
        assertThat(waits)
                .containsExactly(
                        first, first.plusHours(1), first.plusHours(24), first.plusHours(48), first.plusHours(72));
    }

    @Test
    void isClearAfterTheLagWhereTheSegmentWasClosedInTime() {
        var closed = Clearing.of(ERASED, TOPICS).done(ERASED.plus(HOUR), TOPICS);
        var by = ERASED.plus(Duration.ofHours(24)).plus(Duration.ofMinutes(5));

        assertThat(closed.clearBy(ERASED, TOPICS)).isEqualTo(by);
        assertThat(closed.isClear(by, TOPICS)).isFalse();
        assertThat(closed.isClear(by.plusMillis(1), TOPICS)).isTrue();
    }

    @Test
    void isNotClearWhileNothingWasAppendedHoweverLongThatIs() {
        var open = Clearing.of(ERASED, TOPICS);
        var late = ERASED.plus(Duration.ofDays(30));

        assertThat(open.isClear(late, TOPICS)).isFalse();
        assertThat(open.clearBy(late, TOPICS)).isAfter(late);
        assertThat(open.done(late, TOPICS).isClear(late, TOPICS)).isFalse();
    }
}
