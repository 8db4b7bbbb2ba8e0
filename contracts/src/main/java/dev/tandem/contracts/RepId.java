package dev.tandem.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// A rep, opaque: issued by roster-service once per company and CRM user, so that a person can be erased without
/// touching journals.
///
/// @throws IllegalArgumentException from the constructor when the text is not of the stated form
public record RepId(@JsonValue String value) implements Comparable<RepId> {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RepId {
        IdForm.check("RepId", FORM, value);
    }

    @Override
    public int compareTo(RepId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
