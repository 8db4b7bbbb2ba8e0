package dev.tandem.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// A joint activity; issued by roster-service.
///
/// @throws IllegalArgumentException from the constructor when the text is not of the stated form
public record ActivityId(@JsonValue String value) implements Comparable<ActivityId> {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ActivityId {
        IdForm.check("ActivityId", FORM, value);
    }

    @Override
    public int compareTo(ActivityId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
