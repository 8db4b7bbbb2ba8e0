package dev.tandem.kit.intake;

import dev.tandem.contracts.CompanyId;
import dev.tandem.kit.intake.Parked.Discarded;
import dev.tandem.kit.intake.Parked.Status;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.StateCodec;
import dev.tandem.kit.store.Tenant;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.messaging.Message;

/// The subscriptions of a service, and what is parked of them. A `…Bindings` class makes one bean per subscription:
/// `return intake.subscription(SubscriptionSpec.of(Topics.DEALS), deals::on);`
public final class Intake {
    private final Envelope envelope;
    private final ParkedEvents parked;
    private final ForgettingParked forgetting;
    private final MeterRegistry meters;
    private final List<Subscription<?>> subscriptions = new CopyOnWriteArrayList<>();

    Intake(StateCodec codec, ParkedEvents parked, MeterRegistry meters) {
        this.envelope = new Envelope(codec);
        this.parked = parked;
        this.forgetting = new ForgettingParked(parked);
        this.meters = meters;
    }

    /// The function to bind.
    public <T> Consumer<Message<?>> subscription(SubscriptionSpec<T> spec, Handler<T> handler) {
        return subscription(spec, new Handling<>(spec, envelope, handler, Optional.empty(), handler));
    }

    /// The function to bind, where several events can be handled together.
    public <T> Consumer<Message<?>> subscription(
            SubscriptionSpec<T> spec, Handler<T> handler, BatchHandler<T> together) {
        return subscription(spec, new Handling<>(spec, envelope, handler, Optional.of(together), handler));
    }

    /// The function to bind, where a single event is handled as several are.
    public <T> Consumer<Message<?>> subscriptionOfMany(SubscriptionSpec<T> spec, BatchHandler<T> together) {
        return subscriptionOfMany(spec, together, event -> together.on(List.of(event)));
    }

    /// The same, where one thread has the events of a key in order, and so not those that are redriven: these come
    /// beside it, of any instance.
    ///
    /// @param redriven has what a parked event was about done by that thread
    public <T> Consumer<Message<?>> subscriptionOfMany(
            SubscriptionSpec<T> spec, BatchHandler<T> together, Handler<T> redriven) {
        Handler<T> alone = event -> together.on(List.of(event));
        return subscription(spec, new Handling<>(spec, envelope, alone, Optional.of(together), redriven));
    }

    private <T> Consumer<Message<?>> subscription(SubscriptionSpec<T> spec, Handling<T> handling) {
        // Alert on any increase: somebody has to decide about what is parked.
        var counter =
                meters.counter("tandem.intake.parked", "topics", spec.topics().pattern());
        var subscription = new Subscription<>(spec, handling, parked, counter);
        checkNew(spec.topics().pattern());
        subscriptions.add(subscription);
        return subscription;
    }

    /// Two consumers of one group share a topic's partitions: each would miss the half of it.
    private void checkNew(String topics) {
        if (subscriptions.stream().anyMatch(other -> other.topics().equals(topics))) {
            throw new IllegalArgumentException("there is a subscription of " + topics + " already");
        }
    }

    void keeps(Collection<TopicPartition> partitions) {
        subscriptions.forEach(subscription -> subscription.keeps(partitions));
    }

    void losesSight(Collection<TopicPartition> partitions) {
        subscriptions.forEach(subscription -> subscription.losesSight(partitions));
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
    /// Returns the event as it stands then, unchanged if an earlier one of its object still waits; empty when the
    /// tenant has no such event.
    public Optional<Parked> redrive(Tenant tenant, String id) {
        parked.find(tenant, id).filter(this::isNext).ifPresent(waiting -> {
            if (redriven(waiting)) {
                followUp(waiting);
            }
        });
        return parked.find(tenant, id);
    }

    /// Gives a parked event up for a reason; those held back behind it go on. Empty when the tenant has no such event.
    public Optional<Parked> discard(Tenant tenant, String id, Discarded discarded) {
        parked.find(tenant, id).ifPresent(waiting -> {
            parked.discarded(tenant, id, discarded);
            followUp(waiting);
        });
        return parked.find(tenant, id);
    }

    /// Takes away what is parked under a key, whatever was decided about it: it may tell of a person who is erased.
    /// Returns how many events that were.
    public long forget(Tenant tenant, String topic, String key) {
        return forgetting.erase(tenant, topic, key, Long.MAX_VALUE);
    }

    /// Takes these users out of all that is parked of a company's records: what is their own goes, what names them
    /// goes on without them. Returns how many events that were. However many there are, a few are read at a time.
    public long forget(CompanyId company, ErasedUsers users) {
        return forgetting.erase(
                Tenant.of(company),
                topic -> subscriptions.stream()
                        .filter(subscription -> subscription.reads(topic))
                        .findFirst()
                        .flatMap(subscription -> subscription.keeping(users)));
    }

    /// Whether this command was done to the event before.
    ///
    /// @throws dev.tandem.kit.store.StoreRefusal.KeyReused when another body came under the same key
    public boolean isDone(Tenant tenant, String id, Cause.Command command) {
        return parked.isDone(tenant, id, command);
    }

    /// Remembers a command that was done to the event, so that its repetition is recognised.
    ///
    /// @throws dev.tandem.kit.store.StoreRefusal.KeyReused when another body came under the same key meanwhile
    public void done(Tenant tenant, String id, Cause.Command command) {
        parked.done(tenant, id, command);
    }

    /// Looks each time anew: others arrive, and are held back, while these are let go.
    private void followUp(Parked decided) {
        var next = firstWaiting(decided);
        while (next.isPresent() && next.get().status() == Status.HELD && redriven(next.get())) {
            next = firstWaiting(decided);
        }
    }

    private boolean isNext(Parked waiting) {
        return firstWaiting(waiting)
                .filter(first -> first.id().equals(waiting.id()))
                .isPresent();
    }

    private Optional<Parked> firstWaiting(Parked of) {
        return parked.firstWaiting(of.tenant(), of.topic(), of.key());
    }

    private boolean redriven(Parked waiting) {
        return parked.event(waiting.tenant(), waiting.id())
                .filter(event -> subscriptionOf(waiting.topic()).redrive(event))
                .isPresent();
    }

    private Subscription<?> subscriptionOf(String topic) {
        return subscriptions.stream()
                .filter(subscription -> subscription.reads(topic))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no subscription reads " + topic));
    }
}
