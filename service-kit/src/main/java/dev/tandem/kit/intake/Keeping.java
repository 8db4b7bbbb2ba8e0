package dev.tandem.kit.intake;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Topics;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// What is kept of a company's record that is parked: nothing by which an erased person could be told. A body is kept
/// only where its people can be recognised; what is thrown away otherwise, no redrive could have applied.
///
/// @param erasable whether people's records come here, under the person's id as key
record Keeping(boolean erasable, ErasedUsers erased) {
    private static final String CONTACT = "contact";
    private static final byte[] NOTHING = {};

    /// The record as it may be kept; empty when it is an erased person's own.
    Optional<ConsumerRecord<byte[], byte[]>> of(ConsumerRecord<byte[], byte[]> event) {
        var company = Topics.companyOf(event.topic());
        if (event.value() == null || event.value().length == 0 || company.isEmpty()) {
            return Optional.of(event);
        }
        if (erasable
                && Masking.user(Envelope.key(event))
                        .flatMap(mark(company.get()))
                        .isPresent()) {
            return Optional.empty();
        }
        return Optional.of(with(event, body(company.get(), event)));
    }

    private byte[] body(CompanyId company, ConsumerRecord<byte[], byte[]> event) {
        try {
            var said = Masking.JSON.readTree(event.value());
            return isKept(said, Envelope.key(event)) ? masked(company, said, event.value()) : NOTHING;
        } catch (JacksonException unreadable) {
            return NOTHING;
        }
    }

    /// A person's record is erased by its key, so it is kept under that key or not at all; a contact may be a user too,
    /// and nobody could tell.
    private boolean isKept(JsonNode said, String key) {
        var type = said.path("objectType").asString("").toLowerCase(Locale.ROOT);
        return erasable
                ? !key.isEmpty() && said.path("objectId").asString("").equals(key) && !type.equals(CONTACT)
                : !type.isEmpty() && !type.equals(CONTACT) && !type.equals("user");
    }

    private byte[] masked(CompanyId company, JsonNode said, byte[] asItCame) {
        var masking = new Masking(mark(company));
        var masked = masking.of(said);
        return switch (masking.outcome()) {
            case NOBODY -> asItCame;
            case SOMEBODY -> Masking.JSON.writeValueAsBytes(masked);
            case TOO_MANY -> NOTHING;
        };
    }

    private Function<CrmId, Optional<CrmId>> mark(CompanyId company) {
        return user -> erased.mark(company, user);
    }

    private static ConsumerRecord<byte[], byte[]> with(ConsumerRecord<byte[], byte[]> event, byte[] body) {
        if (Arrays.equals(body, event.value())) {
            return event;
        }
        var kept = new ConsumerRecord<>(event.topic(), event.partition(), event.offset(), event.key(), body);
        event.headers().forEach(kept.headers()::add);
        return kept;
    }
}
