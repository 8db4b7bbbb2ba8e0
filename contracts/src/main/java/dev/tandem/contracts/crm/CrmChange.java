package dev.tandem.contracts.crm;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.tandem.contracts.CrmId;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The body of what a CRM writes to `crm.<company>.in` and `crm.<company>.people.in`. Event id, source and time are
/// in the CloudEvents headers; the company is that of the topic, never of the body.
///
/// @param objectType `account` or `opportunity` (in), `user`, `activity` and `contribution` (people.in); others are
/// parked, so it is a
/// plain text
/// @param objectId the CRM's own id of the object
/// @param sourceSequence decimal, as text on the wire, rising per object; orders changes where the CRM has it, else the
/// event's time does
/// @param change whether `fields` is all of the object, some of it, or it is gone
/// @param fields by name; null clears; numbers arrive as the text they were written in, so no digit is lost
public record CrmChange(
        String objectType,
        CrmId objectId,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigInteger sourceSequence,

        Change change,
        Map<String, @Nullable String> fields) {

    /// How much of the object the fields are.
    public enum Change {
        /// All fields; those not named are empty.
        FULL,
        /// Only the named fields changed.
        FIELDS,
        /// The object is gone; a marker stays, so that a late older change does not bring it back.
        DELETED
    }

    /// @throws NullPointerException naming the missing field
    public CrmChange {
        Objects.requireNonNull(objectType, "objectType is missing");
        Objects.requireNonNull(objectId, "objectId is missing");
        Objects.requireNonNull(change, "change is missing");
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields == null ? Map.of() : fields));
    }
}
