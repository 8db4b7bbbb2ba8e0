package dev.tandem.kit.relay;

import dev.tandem.kit.store.Outboxes;
import dev.tandem.kit.store.Outboxes.Written;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoOperations;

/// Empties the outboxes of a service: what was written just now at once, what was missed by a sweep. An event leaves
/// its outbox only after the broker acknowledged it, so a crash in between sends it again under the same id.
public final class Relay implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    private final Outboxes outboxes;
    private final MongoOperations mongo;
    private final Waiting waiting;
    private final Sending sending;
    private final RelayLease lease;
    private final RelaySettings settings;
    /// Alert when this stands still while `tandem.relay.failures` rises.
    private final Counter sent;
    private final Counter failures;
    private @Nullable Thread thread;
    private volatile boolean running;
    private final Map<String, String> sweptTo = new HashMap<>();
    private long sweepAtNanos;

    Relay(
            Outboxes outboxes,
            MongoOperations mongo,
            EventSender sender,
            RelayLease lease,
            RelaySettings settings,
            MeterRegistry meters) {
        this.outboxes = outboxes;
        this.mongo = mongo;
        this.waiting = new Waiting(settings.retryDelayMs(), settings.waitMaxMs());
        this.sending = new Sending(mongo, sender, waiting);
        this.lease = lease;
        this.settings = settings;
        this.sent = meters.counter("tandem.relay.sent");
        this.failures = meters.counter("tandem.relay.failures");
        // Alert when this stays above zero: a topic is missing, or an event cannot be sent as it is.
        meters.gauge("tandem.relay.waiting", waiting, Waiting::aggregates);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("relay").start(this::run);
    }

    private void run() {
        while (running) {
            try {
                turn();
            } catch (InterruptedException stopping) {
                running = false;
            } catch (RuntimeException failed) {
                recover(failed);
            }
        }
        close();
    }

    private void turn() throws InterruptedException {
        var written = outboxes.take(settings.batchDocuments(), settings.sweepIntervalMs());
        if (!lease.held()) {
            sending.giveUp();
        } else if (System.nanoTime() - sweepAtNanos >= 0) {
            sent.increment(sending.all(swept(written)));
        } else {
            sent.increment(sending.all(written));
        }
    }

    private Collection<Written> swept(Collection<Written> written) {
        sweepAtNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(settings.sweepIntervalMs());
        var all = new LinkedHashSet<>(written);
        outboxes.collections().forEach(collection -> all.addAll(swept(collection)));
        return all;
    }

    /// Each sweep goes on where the last one ended, so that those that wait do not crowd out the others.
    private Collection<Written> swept(String collection) {
        var max = settings.batchDocuments();
        var found = new Outbox(mongo, collection).sweep(sweptTo.getOrDefault(collection, ""), max);
        if (found.size() < max) {
            sweptTo.remove(collection);
        } else {
            found.stream().reduce((_, last) -> last).ifPresent(last -> sweptTo.put(collection, last.id()));
        }
        return found;
    }

    /// What cannot be sent now.
    Waiting waiting() {
        return waiting;
    }

    private void recover(RuntimeException failed) {
        LOG.warn("Relay could not send, retrying in {} ms: {}", settings.retryDelayMs(), failed.toString());
        failures.increment();
        sending.giveUp();
        try {
            TimeUnit.MILLISECONDS.sleep(settings.retryDelayMs());
        } catch (InterruptedException stopping) {
            running = false;
        }
    }

    private void close() {
        sending.giveUp();
        try {
            lease.release();
        } catch (RuntimeException unreachable) {
            LOG.info("The relay's lease is left to run out: {}", unreachable.toString());
        }
    }

    /// Lets the batch in hand be finished, and interrupts only what hangs.
    @Override
    public void stop() {
        running = false;
        var stopping = thread;
        if (stopping != null) {
            join(stopping);
            stopping.interrupt();
            join(stopping);
        }
    }

    /// Before what consumes, and stopped after it, so that what is written last is sent as well.
    @Override
    public int getPhase() {
        return 0;
    }

    private static void join(Thread thread) {
        try {
            thread.join(TimeUnit.SECONDS.toMillis(4));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
