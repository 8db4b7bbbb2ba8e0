package dev.tandem.kit.intake;

import dev.tandem.contracts.Reason;
import dev.tandem.contracts.Violation;
import dev.tandem.kit.intake.Parked.Discarded;
import dev.tandem.kit.intake.Parked.Status;
import dev.tandem.kit.store.Tenant;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/// How a parked event lies in the store: the headers that are ever read, and the body, byte for byte.
final class ParkedDocuments {
    private static final Set<String> HEADERS = Set.of("ce_id", "ce_source", "ce_type", "ce_time", "ce_seq");

    private ParkedDocuments() {}

    static Document headers(ConsumerRecord<byte[], byte[]> event) {
        var headers = new Document();
        event.headers().forEach(header -> {
            if (HEADERS.contains(header.key())) {
                headers.put(header.key(), new Binary(header.value() == null ? new byte[0] : header.value()));
            }
        });
        return headers;
    }

    static @Nullable Binary body(ConsumerRecord<byte[], byte[]> event) {
        return event.value() == null ? null : new Binary(event.value());
    }

    static ConsumerRecord<byte[], byte[]> event(Document parked) {
        var key = parked.getString("key").getBytes(StandardCharsets.UTF_8);
        var body = parked.get("body", Binary.class);
        var event = new ConsumerRecord<byte[], byte[]>(
                parked.getString("topic"),
                parked.getInteger("partition"),
                parked.getLong("offset"),
                key,
                body == null ? null : body.getData());
        parked.get("headers", new Document())
                .forEach((name, value) -> event.headers().add(name, ((Binary) value).getData()));
        return event;
    }

    static List<Document> findings(List<Violation> findings) {
        return findings.stream()
                .map(violation -> new Document(
                        Map.of("field", violation.field(), "rule", violation.rule(), "message", violation.message())))
                .toList();
    }

    static Document discarded(Discarded discarded) {
        return new Document("person", discarded.person())
                .append("code", discarded.reason().code())
                .append("sentence", discarded.reason().sentence());
    }

    private static Discarded discarded(Document document) {
        var reason = new Reason(document.getString("code"), document.getString("sentence"));
        return new Discarded(document.getString("person"), reason);
    }

    static Parked read(Document document) {
        var findings = document.getList("findings", Document.class, List.of()).stream()
                .map(finding -> new Violation(
                        finding.getString("field"), finding.getString("rule"), finding.getString("message")))
                .toList();
        return new Parked(
                document.getString("_id"),
                new Tenant(document.getString("tenant")),
                document.getString("topic"),
                document.getString("key"),
                document.getDate("parkedAt").toInstant(),
                Status.valueOf(document.getString("status")),
                findings,
                Optional.ofNullable(document.get("discarded", Document.class)).map(ParkedDocuments::discarded));
    }
}
