package dev.tandem.kit.intake;

import dev.tandem.contracts.Violation;
import dev.tandem.kit.intake.Parked.Status;
import io.micrometer.core.instrument.Counter;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;

/// What a service does with the events of one kind of topic: decode, hold back, handle, park. What may pass is let out
/// to the container, which tries again before it goes on; any other fault is let out a few times and then parked.
final class Subscription<T> implements Consumer<Message<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);
    private static final Violation HELD_BACK = new Violation(
            "key", "HELD_BACK", "an earlier change of this object is parked; redrive or discard it first");

    private final SubscriptionSpec<T> spec;
    private final Handler<T> handler;
    private final Envelope envelope;
    private final ParkedEvents parked;
    private final Counter parkedCount;
    private final Attempts attempts = new Attempts();
    private final NothingParked nothingParked = new NothingParked();

    Subscription(
            SubscriptionSpec<T> spec, Handler<T> handler, Envelope envelope, ParkedEvents parked, Counter parkedCount) {
        this.spec = spec;
        this.handler = handler;
        this.envelope = envelope;
        this.parked = parked;
        this.parkedCount = parkedCount;
    }

    String topics() {
        return spec.topics().pattern();
    }

    boolean reads(String topic) {
        return spec.topics().matcher(topic).matches();
    }

    @Override
    public void accept(Message<?> message) {
        take(RawRecordConverter.recordOf(message));
    }

    void take(ConsumerRecord<byte[], byte[]> event) {
        try {
            if (!isErasure(event) && nothingParked.isSo(event, () -> parked.hasNone(event.topic()))) {
                handler.on(envelope.read(event, spec.payload()));
                nothingParked.stays(event);
                attempts.done(event);
                return;
            }
            var before = parked.find(ParkedEvents.tenantOf(event.topic()), ParkedEvents.idOf(event));
            if (before.isEmpty() && isErasure(event)) {
                erase(event);
            } else if (before.isEmpty()) {
                arrive(event);
            } else if (before.get().status() == Status.HELD) {
                letGo(event);
            }
        } catch (Unprocessable never) {
            park(event, Status.OPEN, never.findings());
        } catch (RuntimeException fault) {
            if (Retrying.mayPass(fault) || !attempts.exhausted(event)) {
                LOG.warn("{} is tried again after {}", ParkedEvents.idOf(event), root(fault));
                throw fault;
            }
            park(event, Status.OPEN, List.of(failed(fault)));
        }
        attempts.done(event);
    }

    private boolean isErasure(ConsumerRecord<byte[], byte[]> event) {
        return event.value() == null && spec.erasure().isPresent();
    }

    private void erase(ConsumerRecord<byte[], byte[]> event) {
        spec.erasure().orElseThrow().accept(Erasure.of(event));
        parked.erase(ParkedEvents.tenantOf(event.topic()), event.topic(), Envelope.key(event), event.offset());
    }

    private void arrive(ConsumerRecord<byte[], byte[]> event) {
        var incoming = envelope.read(event, spec.payload());
        var tenant = ParkedEvents.tenantOf(event.topic());
        if (spec.partial().test(incoming.payload())
                && parked.holdsBack(tenant, event.topic(), incoming.key(), event.offset())) {
            park(event, Status.HELD, List.of(HELD_BACK));
            letGo(event);
            return;
        }
        handler.on(incoming);
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
            return true;
        } catch (Unprocessable still) {
            parked.stillParked(tenant, ParkedEvents.idOf(event), still.findings());
            return false;
        }
    }

    private void handle(ConsumerRecord<byte[], byte[]> event) {
        try {
            if (isErasure(event)) {
                spec.erasure().orElseThrow().accept(Erasure.of(event));
            } else {
                handler.on(envelope.read(event, spec.payload()));
            }
        } catch (Unprocessable never) {
            throw never;
        } catch (RuntimeException fault) {
            if (Retrying.mayPass(fault)) {
                throw fault;
            }
            throw new Unprocessable(List.of(failed(fault)));
        }
    }

    private void park(ConsumerRecord<byte[], byte[]> event, Status status, List<Violation> findings) {
        nothingParked.noLonger(event);
        parked.park(ParkedEvents.tenantOf(event.topic()), event, status, findings);
        parkedCount.increment();
        LOG.warn("Parked {} as {}: {}", ParkedEvents.idOf(event), status, rules(findings));
    }

    /// The fault's text may hold data, so only its type is kept.
    private static Violation failed(Throwable fault) {
        return new Violation("event", "FAILED", "handling failed repeatedly with " + root(fault));
    }

    private static String root(Throwable fault) {
        var cause = fault.getCause();
        return cause == null ? fault.getClass().getSimpleName() : root(cause);
    }

    /// Only fields and rules: a message may repeat what a company sent, and logs belong to no company.
    private static List<String> rules(List<Violation> findings) {
        return findings.stream()
                .map(finding -> finding.field() + " " + finding.rule())
                .toList();
    }
}
