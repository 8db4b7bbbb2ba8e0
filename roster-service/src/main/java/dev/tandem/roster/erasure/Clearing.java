package dev.tandem.roster.erasure;

import dev.tandem.kit.intake.TopicSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is still to be done that a broker erases what was superseded when a person was erased. It does so in closed
/// segments only, and closes one when it appends the next record once the segment is old enough: so records that say
/// nothing are appended later. The first closes the segment in which the person was superseded; the second does so
/// where a record's own time was ahead by as much as brokers let pass; the others close that of the one before, until
/// also the record without data has gone by which the person was erased.
///
/// @param since when the last of what names the person was superseded
/// @param steps how often records were appended
/// @param closed when the first were; null before
/// @param dueMs when the next are to be, in milliseconds since 1970; 0 when all were
record Clearing(Instant since, int steps, @Nullable Instant closed, long dueMs) {
    /// For which brokers keep a record without data after they first cleaned up around it (`delete.retention.ms`).
    private static final Duration TOMBSTONES_STAY = Duration.ofHours(24);

    private static final Duration AHEAD = Duration.ofHours(1);
    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final Duration CLEANING = Duration.ofMinutes(5);

    static Clearing of(Instant since, TopicSettings topics) {
        return new Clearing(since, 0, null, due(since, 0, topics));
    }

    Clearing done(Instant now, TopicSettings topics) {
        return new Clearing(since, steps + 1, closed == null ? now : closed, due(since, steps + 1, topics));
    }

    private static long due(Instant since, int step, TopicSettings topics) {
        var waits = waits(topics);
        return step < waits.size() ? since.plus(waits.get(step)).toEpochMilli() : 0;
    }

    /// A broker closes a segment by the lag too, where that is shorter.
    private static List<Duration> waits(TopicSettings topics) {
        var lag = Duration.ofMillis(Math.max(topics.compactionLagMaxMs(), TOMBSTONES_STAY.toMillis()));
        var first = Duration.ofMillis(Math.min(topics.segmentMs(), topics.compactionLagMaxMs()))
                .plus(MARGIN);
        return Stream.of(Duration.ZERO, AHEAD, lag, lag.multipliedBy(2), lag.multipliedBy(3))
                .map(first::plus)
                .sorted()
                .toList();
    }

    /// Until when nothing of the person is on the topics any more, as things are.
    Instant clearBy(Instant now, TopicSettings topics) {
        var lagged = since.plusMillis(topics.compactionLagMaxMs());
        var close = closed == null ? now : closed;
        return (close.isAfter(lagged) ? close : lagged).plus(CLEANING);
    }

    boolean isClear(Instant now, TopicSettings topics) {
        return closed != null && now.isAfter(clearBy(now, topics));
    }
}
