package dev.tandem.kit.intake;

import dev.tandem.contracts.Violation;
import dev.tandem.kit.intake.Parked.Status;
import io.micrometer.core.instrument.Counter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.messaging.Message;

/// What a service does with the events of one kind of topic: decode, hold back, handle, park. What may pass is let out
/// to the container, which tries again before it goes on; any other fault is let out a few times and then parked.
final class Subscription<T> implements Consumer<Message<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);
    private static final Violation HELD_BACK = new Violation(
            "key", "HELD_BACK", "an earlier change of this object is parked; redrive or discard it first");

    private final SubscriptionSpec<T> spec;
    private final Handling<T> handling;
    private final ParkedEvents parked;
    private final Parking parking;
    private final Attempts attempts = new Attempts();
    private final NothingParked nothingParked = new NothingParked();

    Subscription(SubscriptionSpec<T> spec, Handling<T> handling, ParkedEvents parked, Counter parkedCount) {
        this.spec = spec;
        this.handling = handling;
        this.parked = parked;
        this.parking = new Parking(spec, parked, parkedCount);
    }

    String topics() {
        return spec.topics().pattern();
    }

    /// What is kept of its parked events, as far as that depends on these users; empty where they name nobody.
    Optional<Keeping> keeping(ErasedUsers users) {
        return spec.keeping(users);
    }

    boolean reads(String topic) {
        return spec.topics().matcher(topic).matches();
    }

    /// Partitions that are consumed here alone from now on.
    void keeps(Collection<TopicPartition> partitions) {
        ofItsTopics(partitions).forEach(nothingParked::keeps);
    }

    /// Partitions that others may consume from now on.
    void losesSight(Collection<TopicPartition> partitions) {
        ofItsTopics(partitions).forEach(nothingParked::losesSight);
    }

    private Stream<TopicPartition> ofItsTopics(Collection<TopicPartition> partitions) {
        return partitions.stream().filter(partition -> reads(partition.topic()));
    }

    @Override
    public void accept(Message<?> message) {
        takeAll(RawBatchConverter.recordsOf(message));
    }

    /// Together where that can be, else one after the other, up to the first that has to be tried again.
    ///
    /// @throws BatchListenerFailedException naming that one by its index
    void takeAll(List<ConsumerRecord<byte[], byte[]>> events) {
        var polled = Polled.of(events);
        if (takenTogether(polled)) {
            return;
        }
        for (int i = 0; i < polled.size(); i++) {
            try {
                take(polled.get(i));
            } catch (RuntimeException again) {
                throw new BatchListenerFailedException("the event is tried again", again, i);
            }
        }
    }

    private boolean takenTogether(List<Polled> polled) {
        var saying = polled.stream()
                .filter(each -> Handling.saysSomething(each.event()))
                .toList();
        if (!handling.goTogether(saying) || !polled.stream().allMatch(this::meetsNothingParked)) {
            return false;
        }
        try {
            handling.handle(saying);
        } catch (RuntimeException fault) {
            LOG.info("{} events are taken one by one after {}", polled.size(), Retrying.root(fault));
            return false;
        }
        polled.forEach(each -> attempts.done(each.event()));
        return true;
    }

    private boolean meetsNothingParked(Polled polled) {
        var nothing =
                nothingParked.isSo(polled, () -> parked.hasNone(polled.event().topic()));
        if (nothing) {
            nothingParked.stays(polled);
        }
        return nothing;
    }

    void take(ConsumerRecord<byte[], byte[]> event) {
        take(Polled.alone(event));
    }

    private void take(Polled polled) {
        var event = polled.event();
        if (!Handling.saysSomething(event)) {
            return;
        }
        try {
            if (!handling.isErasure(event) && meetsNothingParked(polled)) {
                handling.handle(event);
                attempts.done(event);
                return;
            }
            var before = parked.find(ParkedEvents.tenantOf(event.topic()), ParkedEvents.idOf(event));
            if (before.isEmpty() && handling.isErasure(event)) {
                erase(event);
            } else if (before.isEmpty()) {
                arrive(polled);
            } else if (before.get().status() == Status.HELD) {
                letGo(event);
            }
        } catch (Unprocessable never) {
            park(polled, Status.OPEN, never.findings());
        } catch (RuntimeException fault) {
            if (Retrying.mayPass(fault) || !attempts.exhausted(event)) {
                LOG.warn("{} is tried again after {}", ParkedEvents.idOf(event), Retrying.root(fault));
                throw fault;
            }
            park(polled, Status.OPEN, List.of(Retrying.failed(fault)));
        }
        attempts.done(event);
    }

    private void erase(ConsumerRecord<byte[], byte[]> event) {
        handling.erase(event);
        parking.erase(event);
    }

    private void arrive(Polled polled) {
        var event = polled.event();
        var incoming = handling.read(event);
        var tenant = ParkedEvents.tenantOf(event.topic());
        if (spec.partial().test(incoming.payload())
                && parked.holdsBack(tenant, event.topic(), incoming.key(), event.offset())) {
            park(polled, Status.HELD, List.of(HELD_BACK));
            letGo(event);
            return;
        }
        handling.handler().on(incoming);
        if (spec.full().test(incoming.payload())) {
            parked.supersede(tenant, event.topic(), incoming.key(), event.offset());
        }
    }

    /// What it waits for may have been decided while it was being parked; then nobody else would let it go.
    private void letGo(ConsumerRecord<byte[], byte[]> event) {
        var tenant = ParkedEvents.tenantOf(event.topic());
        if (!parked.holdsBack(tenant, event.topic(), Envelope.key(event), event.offset())) {
            var _ = redrive(event);
        }
    }

    /// Handles a parked event again, before which none of its object waits; true if it applied now.
    boolean redrive(ConsumerRecord<byte[], byte[]> event) {
        var tenant = ParkedEvents.tenantOf(event.topic());
        try {
            handle(event);
            parked.redriven(tenant, ParkedEvents.idOf(event));
            if (handling.isErasure(event)) {
                parked.forgetKey(tenant, ParkedEvents.idOf(event));
            }
            return true;
        } catch (Unprocessable still) {
            parked.stillParked(tenant, ParkedEvents.idOf(event), still.findings());
            return false;
        }
    }

    private void handle(ConsumerRecord<byte[], byte[]> event) {
        try {
            if (handling.isErasure(event)) {
                erase(event);
            } else {
                handling.redrive(event);
            }
        } catch (Unprocessable never) {
            throw never;
        } catch (RuntimeException fault) {
            if (Retrying.mayPass(fault)) {
                throw fault;
            }
            throw new Unprocessable(List.of(Retrying.failed(fault)));
        }
    }

    private void park(Polled polled, Status status, List<Violation> findings) {
        var event = polled.event();
        nothingParked.noLonger(polled);
        parking.park(event, status, findings);
    }
}
