package dev.tandem.kit.relay;

import dev.tandem.kit.store.Outboxes.Written;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The aggregates whose next event the broker does not take, such as one for a topic that is missing. They wait, each
/// with its own growing pause, while the others' events go on.
final class Waiting {
    private static final Logger LOG = LoggerFactory.getLogger(Waiting.class);

    private final Map<Written, Hold> holds = new ConcurrentHashMap<>();
    private final Set<Written> tried = ConcurrentHashMap.newKeySet();
    private final long firstMs;
    private final long longestMs;

    Waiting(long firstMs, long longestMs) {
        this.firstMs = firstMs;
        this.longestMs = longestMs;
    }

    /// @param refused whether the broker refused the event itself; false for a topic that cannot be written to
    private record Hold(String topic, boolean refused, long delayMs, long untilNanos) {}

    boolean isDue(Written aggregate) {
        var hold = holds.get(aggregate);
        return hold == null || System.nanoTime() - hold.untilNanos() >= 0;
    }

    /// Whether it is better tried on its own, since it would take those down that go with it.
    boolean wasRefused(Written aggregate) {
        var hold = holds.get(aggregate);
        return hold != null && hold.refused();
    }

    /// Those are tried now: whoever is not held again has gone on.
    void begin(Collection<Written> due) {
        tried.clear();
        due.stream().filter(holds::containsKey).forEach(tried::add);
    }

    /// Its events for that topic cannot be sent now.
    void hold(Written aggregate, String topic, boolean refused, String why) {
        tried.remove(aggregate);
        var news = holds.values().stream().noneMatch(hold -> hold.topic().equals(topic));
        holds.merge(aggregate, held(topic, refused, firstMs), (was, _) -> held(topic, refused, was.delayMs() * 2));
        if (news) {
            LOG.warn("Events for {} wait, those of other aggregates go on: {}", topic, why);
        }
    }

    private Hold held(String topic, boolean refused, long wishedMs) {
        var delayMs = Math.min(wishedMs, longestMs);
        return new Hold(topic, refused, delayMs, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(delayMs));
    }

    /// Ends the waiting of those that went on, and with them of all that wait for the same topic.
    void end() {
        tried.forEach(aggregate -> {
            var gone = holds.remove(aggregate);
            if (gone != null && !gone.refused()) {
                LOG.info("Events for {} go on", gone.topic());
                holds.replaceAll((_, hold) -> hold.topic().equals(gone.topic()) ? dueNow(hold) : hold);
            }
        });
        tried.clear();
    }

    private static Hold dueNow(Hold hold) {
        return new Hold(hold.topic(), hold.refused(), hold.delayMs(), System.nanoTime());
    }

    int aggregates() {
        return holds.size();
    }

    long topics() {
        return holds.values().stream().map(Hold::topic).distinct().count();
    }
}
