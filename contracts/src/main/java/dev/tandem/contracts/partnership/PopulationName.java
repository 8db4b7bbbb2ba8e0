package dev.tandem.contracts.partnership;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// The name that a company gave a population of its own; unique within the company, and told to its partners where
/// an agreement names it. Lower case, so that it is never taken for one of [Population].
///
/// @throws IllegalArgumentException from the constructor when the text is not of the stated form
public record PopulationName(@JsonValue String value) implements Comparable<PopulationName> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PopulationName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("PopulationName must match " + FORM.pattern());
        }
    }

    @Override
    public int compareTo(PopulationName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
