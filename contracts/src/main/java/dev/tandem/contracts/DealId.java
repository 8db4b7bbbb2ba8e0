package dev.tandem.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// One party's opportunity on one joint account.
///
/// @throws IllegalArgumentException from the constructor when the text is not of the stated form
public record DealId(@JsonValue String value) implements Comparable<DealId> {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DealId {
        IdForm.check("DealId", FORM, value);
    }

    @Override
    public int compareTo(DealId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
