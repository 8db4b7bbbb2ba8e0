package dev.tandem.kit.intake;

import dev.tandem.contracts.Topics;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// How the events of a subscription are read and handed to the service: each on its own, or several at once.
///
/// @param redriven is handed what was parked, and is to be tried again
record Handling<T>(
        SubscriptionSpec<T> spec,
        Envelope envelope,
        Handler<T> handler,
        Optional<BatchHandler<T>> together,
        Handler<T> redriven) {

    /// Some records are written only so that a broker goes on to its next segment.
    static boolean saysSomething(ConsumerRecord<byte[], byte[]> event) {
        return event.value() != null || !Envelope.key(event).equals(Topics.NOTHING_KEY);
    }

    Incoming<T> read(ConsumerRecord<byte[], byte[]> event) {
        return envelope.read(event, spec.payload());
    }

    boolean isErasure(ConsumerRecord<byte[], byte[]> event) {
        return event.value() == null && spec.erasure().isPresent();
    }

    void erase(ConsumerRecord<byte[], byte[]> event) {
        spec.erasure().orElseThrow().accept(Erasure.of(event));
    }

    void handle(ConsumerRecord<byte[], byte[]> event) {
        if (isErasure(event)) {
            erase(event);
        } else {
            handler.on(read(event));
        }
    }

    void redrive(ConsumerRecord<byte[], byte[]> event) {
        redriven.on(read(event));
    }

    /// Whether these can be handled at once at all.
    boolean goTogether(List<Polled> events) {
        return together.isPresent() && events.size() > 1 && events.stream().noneMatch(each -> isErasure(each.event()));
    }

    void handle(List<Polled> events) {
        together.orElseThrow()
                .on(events.stream().map(each -> read(each.event())).toList());
    }
}
