package dev.tandem.kit.intake;

import static java.util.stream.Collectors.joining;

import dev.tandem.contracts.Topics;
import dev.tandem.kit.intake.Incoming.Place;
import dev.tandem.kit.store.StateCodec;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Reads CloudEvents 1.0 in Kafka's binary mode: attributes in `ce_` headers, the payload as JSON.
final class Envelope {
    private final StateCodec codec;

    Envelope(StateCodec codec) {
        this.codec = codec;
    }

    /// @throws Unprocessable naming the attribute or the field that cannot be read
    <T> Incoming<T> read(ConsumerRecord<byte[], byte[]> event, Class<T> type) {
        var place = new Place(event.topic(), event.partition(), event.offset());
        return new Incoming<>(
                place,
                key(event),
                required(event, "ce_id"),
                required(event, "ce_source"),
                time(required(event, "ce_time")),
                seq(event),
                Topics.companyOf(event.topic()),
                payload(event, type));
    }

    private <T> T payload(ConsumerRecord<byte[], byte[]> event, Class<T> type) {
        if (event.value() == null) {
            throw new Unprocessable("data", "MISSING", "the event has no data");
        }
        try {
            return codec.fromJson(event.value(), type);
        } catch (JacksonException unreadable) {
            throw new Unprocessable("data", "UNREADABLE", where(unreadable, type));
        }
    }

    /// Not what the reader says, which repeats what was sent.
    private static String where(JacksonException unreadable, Class<?> type) {
        var fields = unreadable.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(joining("."));
        var at = unreadable.getLocation();
        return "must be JSON of a %s; it is not%s%s"
                .formatted(
                        type.getSimpleName(),
                        fields.isEmpty() ? "" : " at " + fields,
                        at == null || at.getLineNr() < 1
                                ? ""
                                : " in line " + at.getLineNr() + ", column " + at.getColumnNr());
    }

    static String key(ConsumerRecord<byte[], byte[]> event) {
        return event.key() == null ? "" : new String(event.key(), StandardCharsets.UTF_8);
    }

    private static String required(ConsumerRecord<byte[], byte[]> event, String name) {
        var value = header(event, name);
        if (value == null || value.isBlank()) {
            throw new Unprocessable(name, "MISSING", "the CloudEvents attribute " + name + " is missing");
        }
        return value;
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> event, String name) {
        var header = event.headers().lastHeader(name);
        if (header == null || header.value() == null) {
            return null;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(header.value()))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new Unprocessable(name, "NOT_UTF_8", "the CloudEvents attribute " + name + " is not UTF-8");
        }
    }

    private static Instant time(String text) {
        try {
            return java.time.OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException malformed) {
            throw new Unprocessable("ce_time", "NOT_A_TIME", "ce_time must be RFC 3339, such as 2026-01-31T12:00:00Z");
        }
    }

    private static long seq(ConsumerRecord<byte[], byte[]> event) {
        var seq = header(event, "ce_seq");
        try {
            return seq == null || Topics.companyOf(event.topic()).isPresent() ? 0 : Long.parseLong(seq);
        } catch (NumberFormatException malformed) {
            throw new Unprocessable("ce_seq", "NOT_A_NUMBER", "ce_seq must be a whole number");
        }
    }
}
