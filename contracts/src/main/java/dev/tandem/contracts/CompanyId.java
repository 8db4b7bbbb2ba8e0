package dev.tandem.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// A tenant of the platform; the id is part of topic names, hence lower case letters, digits and hyphens.
///
/// @throws IllegalArgumentException from the constructor when the text is not of the stated form
public record CompanyId(@JsonValue String value) implements Comparable<CompanyId> {
    static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CompanyId {
        IdForm.check("CompanyId", FORM, value);
    }

    @Override
    public int compareTo(CompanyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
