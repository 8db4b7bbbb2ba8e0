package dev.tandem.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// Two or more companies and their agreement.
///
/// @throws IllegalArgumentException from the constructor when the text is not of the stated form
public record PartnershipId(@JsonValue String value) implements Comparable<PartnershipId> {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PartnershipId {
        IdForm.check("PartnershipId", FORM, value);
    }

    @Override
    public int compareTo(PartnershipId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
