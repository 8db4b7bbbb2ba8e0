package dev.tandem.kit.intake;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Topics;
import dev.tandem.kit.intake.Incoming.Place;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// A record without data under a key, by which the sender has everything erased that came under it. It needs no
/// envelope.
///
/// @param company on whose topic it came
/// @param time when the broker took it
public record Erasure(Place place, String key, CompanyId company, Instant time) {

    static Erasure of(ConsumerRecord<byte[], byte[]> event) {
        var company = Topics.companyOf(event.topic())
                .orElseThrow(() -> new IllegalStateException("only companies erase by key"));
        return new Erasure(
                new Place(event.topic(), event.partition(), event.offset()),
                Envelope.key(event),
                company,
                Instant.ofEpochMilli(Math.max(0, event.timestamp())));
    }
}
