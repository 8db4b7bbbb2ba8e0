package dev.tandem.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// The set of matched accounts of one partnership; issued once, kept through merges and splits.
///
/// @throws IllegalArgumentException from the constructor when the text is not of the stated form
public record JointAccountId(@JsonValue String value) implements Comparable<JointAccountId> {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public JointAccountId {
        IdForm.check("JointAccountId", FORM, value);
    }

    @Override
    public int compareTo(JointAccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
