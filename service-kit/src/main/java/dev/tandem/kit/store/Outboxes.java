package dev.tandem.kit.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Which collections hold outboxes, and which documents were written just now: how the relay learns of work at once.
/// Only a hint: what is missed here is found by the relay's sweep.
public final class Outboxes {
    private static final int WRITTEN_MAX = 100_000;

    private final Set<String> collections = ConcurrentHashMap.newKeySet();
    private final LinkedBlockingQueue<Written> written = new LinkedBlockingQueue<>(WRITTEN_MAX);

    /// A document that was written with events in its outbox.
    public record Written(String collection, String id) {}

    public Collection<String> collections() {
        return List.copyOf(collections);
    }

    /// Waits up to `waitMs` for a first document, then takes what else is there, `max` at most.
    public Set<Written> take(int max, long waitMs) throws InterruptedException {
        var first = written.poll(waitMs, TimeUnit.MILLISECONDS);
        if (first == null) {
            return Set.of();
        }
        var taken = new ArrayList<Written>(List.of(first));
        written.drainTo(taken, max - 1);
        return Set.copyOf(taken);
    }

    void register(String collection) {
        collections.add(collection);
    }

    /// A full queue drops the hint and loses nothing.
    @SuppressWarnings("FutureReturnValueIgnored")
    void written(String collection, String id) {
        var _ = written.offer(new Written(collection, id));
    }
}
