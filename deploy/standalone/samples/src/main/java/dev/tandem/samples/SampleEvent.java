package dev.tandem.samples;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmChange;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One record as a CRM writes it. Body and headers are made when asked for, each time the same bytes.
///
/// @param objectType as in `ce_type`; the body may say otherwise
/// @param id the CloudEvents id, also where the headers withhold it
/// @param change what the body says; null where it cannot be read as a change
/// @param raw the body where it is not the plain rendering of `change`
public record SampleEvent(
        CompanyId company,
        String objectType,
        CrmId objectId,
        String id,
        Instant time,
        @Nullable CrmChange change,
        @Nullable String raw,
        Kind kind) {

    /// What is to become of the event.
    public enum Kind {
        /// Applied.
        REGULAR,
        /// Applied; it names a user or account that is not known yet, or never.
        EARLY_REFERENCE,
        /// Applied under what newer changes, which arrived before it, have set.
        LATE,
        /// Same id, same content: dropped.
        DUPLICATE,
        /// The id of an earlier event, but other content: parked.
        ID_REUSED,
        /// Not JSON: parked.
        BROKEN_JSON,
        /// An object type that nobody reads: parked.
        UNKNOWN_TYPE,
        /// No object id: parked.
        MISSING_FIELD,
        /// No `ce_id`: parked.
        NO_EVENT_ID,
        /// An amount in a currency that does not exist: parked.
        UNKNOWN_CURRENCY,
        /// An amount with a decimal comma: parked.
        MALFORMED_AMOUNT;

        /// Whether the event leaves a trace in the company's objects.
        public boolean applied() {
            return this == REGULAR || this == EARLY_REFERENCE || this == LATE;
        }

        /// Whether the event is put aside for a person to look at.
        public boolean parked() {
            return !applied() && this != DUPLICATE;
        }
    }

    /// `in` or `people.in`.
    public String topicSuffix() {
        return "user".equals(objectType) ? "people.in" : "in";
    }

    public String topic() {
        return "user".equals(objectType)
                ? Topics.crmPeopleIn(company).name()
                : Topics.crmIn(company).name();
    }

    /// The record key.
    public String key() {
        return objectId.value();
    }

    public ObjectRef ref() {
        return new ObjectRef(company, objectType, objectId);
    }

    /// The CloudEvents attributes as Kafka headers, in a fixed order.
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        if (kind != Kind.NO_EVENT_ID) {
            headers.put("ce_id", id);
        }
        headers.put("ce_source", "urn:crm:" + company);
        headers.put("ce_type", "crm." + objectType + ".changed");
        headers.put("ce_time", time.toString());
        headers.put("ce_subject", key());
        return Collections.unmodifiableMap(headers);
    }

    public byte[] body() {
        return bodyText().getBytes(StandardCharsets.UTF_8);
    }

    public String bodyText() {
        return raw != null ? raw : change == null ? "" : ChangeJson.write(change);
    }

    SampleEvent at(Instant other) {
        return new SampleEvent(company, objectType, objectId, id, other, change, raw, kind);
    }

    SampleEvent as(Kind newKind) {
        return new SampleEvent(company, objectType, objectId, id, time, change, raw, newKind);
    }
}
