package dev.tandem.kit.intake;

import dev.tandem.kit.intake.Parked.Status;
import dev.tandem.kit.store.StateCodec;
import dev.tandem.kit.store.Tenant;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.messaging.Message;

/// The subscriptions of a service, and what is parked of them. A `…Bindings` class makes one bean per subscription:
/// `return intake.subscription(SubscriptionSpec.of(Topics.DEALS), deals::on);`
public final class Intake {
    private final Envelope envelope;
    private final ParkedEvents parked;
    private final MeterRegistry meters;
    private final List<Subscription<?>> subscriptions = new CopyOnWriteArrayList<>();

    Intake(StateCodec codec, ParkedEvents parked, MeterRegistry meters) {
        this.envelope = new Envelope(codec);
        this.parked = parked;
        this.meters = meters;
    }

    /// The function to bind.
    public <T> Consumer<Message<?>> subscription(SubscriptionSpec<T> spec, Handler<T> handler) {
        // Alert on any increase: somebody has to decide about what is parked.
        var counter =
                meters.counter("tandem.intake.parked", "topics", spec.topics().pattern());
        var subscription = new Subscription<>(spec, handler, envelope, parked, counter);
        subscriptions.add(subscription);
        return subscription;
    }

    public Optional<Parked> parked(Tenant tenant, String id) {
        return parked.find(tenant, id);
    }

    /// What waits for a decision, by id, after `afterId` (empty for the first).
    public List<Parked> waiting(Tenant tenant, String afterId, int limit) {
        return parked.waiting(tenant, afterId, limit);
    }

    public long countWaiting(Tenant tenant) {
        return parked.countWaiting(tenant);
    }

    /// Tries a parked event again, and if it applies now, those held back behind it in order, until one does not.
    /// Returns the event as it stands then; empty when the tenant has no such event.
    public Optional<Parked> redrive(Tenant tenant, String id) {
        var found = parked.find(tenant, id).filter(Intake::waits);
        if (found.isPresent() && redriven(tenant, found.get())) {
            followUp(tenant, found.get());
        }
        return parked.find(tenant, id);
    }

    /// Gives a parked event up; those held back behind it go on. Empty when the tenant has no such event.
    public Optional<Parked> discard(Tenant tenant, String id) {
        var found = parked.find(tenant, id).filter(Intake::waits);
        found.ifPresent(waiting -> {
            parked.decided(tenant, id, Status.DISCARDED);
            followUp(tenant, waiting);
        });
        return parked.find(tenant, id);
    }

    private void followUp(Tenant tenant, Parked decided) {
        for (var next : parked.behind(tenant, decided)) {
            if (next.status() != Status.HELD || !redriven(tenant, next)) {
                return;
            }
        }
    }

    private boolean redriven(Tenant tenant, Parked waiting) {
        try {
            parked.event(tenant, waiting.id())
                    .ifPresent(event -> subscriptionOf(waiting.topic()).redrive(event));
            parked.decided(tenant, waiting.id(), Status.REDRIVEN);
            return true;
        } catch (Unprocessable still) {
            parked.stillParked(tenant, waiting.id(), still.findings());
            return false;
        }
    }

    /// Parks what failed too often with an unforeseen fault; the cause's text may hold data, so only its type is kept.
    void giveUp(ConsumerRecord<byte[], byte[]> event, Throwable cause) {
        var finding = new dev.tandem.contracts.Violation(
                "event",
                "FAILED",
                "handling failed repeatedly with " + cause.getClass().getSimpleName());
        subscriptionOf(event.topic()).park(event, Status.OPEN, List.of(finding));
    }

    private Subscription<?> subscriptionOf(String topic) {
        return subscriptions.stream()
                .filter(subscription -> subscription.reads(topic))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no subscription reads " + topic));
    }

    private static boolean waits(Parked event) {
        return event.status() == Status.OPEN || event.status() == Status.HELD;
    }
}
