package dev.tandem.roster.governance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.roster.queue.Waiting;
import dev.tandem.roster.queue.Waiting.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@NullMarked
class QueueLineTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration FORTNIGHT = Duration.ofDays(14);

    @Test
    void movesFromTheManagerToWhomTheCompanyNamedWhenItsTimeIsOver() {
        var due = NOON.plus(Duration.ofDays(3));

        var inTime = line(Kind.DECISION, due, due.minusNanos(1));
        var late = line(Kind.DECISION, due, due);

        assertThat(inTime.isFor(true, false)).isTrue();
        assertThat(inTime.isFor(false, true)).isFalse();
        assertThat(late.escalated()).isTrue();
        assertThat(late.isFor(true, false)).isFalse();
        assertThat(late.isFor(false, true)).isTrue();
        assertThat(late.byDefault()).isEqualTo("It lapses.");
    }

    @Test
    void whatHasNoDeadlineOfItsOwnHasThatOfTheQueue() {
        assertThat(line(Kind.ROSTER, null, NOON).due()).isEqualTo(NOON.plus(FORTNIGHT));
        assertThat(line(Kind.ROSTER, null, NOON.plus(FORTNIGHT)).escalated()).isTrue();
    }

    @Test
    void whatIsAskedOfAPersonStaysWithThatPerson() {
        assertThat(line(Kind.QUESTION, NOON, NOON).isFor(false, false)).isTrue();
    }

    private static QueueLine line(Kind kind, @Nullable Instant due, Instant now) {
        var clock = new Waiting.Clock(NOON, due, "It lapses.");
        var waiting = new Waiting(kind, new PartnershipId("p"), "/path", "Say yes or no.", clock, List.of());
        return QueueLine.of(waiting, now, FORTNIGHT);
    }
}
