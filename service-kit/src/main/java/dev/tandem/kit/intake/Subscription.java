package dev.tandem.kit.intake;

import dev.tandem.contracts.Violation;
import dev.tandem.kit.intake.Parked.Status;
import io.micrometer.core.instrument.Counter;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;

/// What a service does with the events of one kind of topic: decode, hold back, handle, park. Faults that may pass are
/// let out to the container, which tries again before it goes on.
final class Subscription<T> implements Consumer<Message<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);

    private final Pattern topics;
    private final Class<T> payload;
    private final Predicate<T> partial;
    private final Handler<T> handler;
    private final Envelope envelope;
    private final ParkedEvents parked;
    private final Counter parkedCount;

    Subscription(
            SubscriptionSpec<T> spec, Handler<T> handler, Envelope envelope, ParkedEvents parked, Counter parkedCount) {
        this.topics = spec.topics();
        this.payload = spec.payload();
        this.partial = spec.partial();
        this.handler = handler;
        this.envelope = envelope;
        this.parked = parked;
        this.parkedCount = parkedCount;
    }

    boolean reads(String topic) {
        return topics.matcher(topic).matches();
    }

    @Override
    public void accept(Message<?> message) {
        var event = RawRecordConverter.recordOf(message);
        try {
            arrive(event);
        } catch (Unprocessable never) {
            park(event, Status.OPEN, never.findings());
        }
    }

    private void arrive(ConsumerRecord<byte[], byte[]> event) {
        var incoming = envelope.read(event, payload);
        var tenant = ParkedEvents.tenantOf(event.topic());
        if (partial.test(incoming.payload())) {
            if (parked.holdsBack(tenant, event.topic(), incoming.key(), event.offset())) {
                park(
                        event,
                        Status.HELD,
                        List.of(new Violation(
                                "key",
                                "HELD_BACK",
                                "an earlier change of this object is parked; redrive or discard it first")));
                return;
            }
            handler.on(incoming);
        } else {
            handler.on(incoming);
            parked.supersede(tenant, event.topic(), incoming.key(), event.offset());
        }
    }

    /// Handles a parked event again; what it is held back by has been decided.
    void redrive(ConsumerRecord<byte[], byte[]> event) {
        handler.on(envelope.read(event, payload));
    }

    void park(ConsumerRecord<byte[], byte[]> event, Status status, List<Violation> findings) {
        parked.park(ParkedEvents.tenantOf(event.topic()), event, status, findings);
        parkedCount.increment();
        LOG.warn("Parked {} as {}: {}", ParkedEvents.idOf(event), status, rules(findings));
    }

    /// Only fields and rules: a message may repeat what a company sent, and logs belong to no company.
    private static List<String> rules(List<Violation> findings) {
        return findings.stream()
                .map(finding -> finding.field() + " " + finding.rule())
                .toList();
    }
}
