package dev.tandem.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The id that a company's own CRM gave one of its objects (account, opportunity, user).
/// Unique within one company and object type only; never shown to another company.
///
/// @throws IllegalArgumentException from the constructor when blank, longer than 128 characters or with control
/// characters
public record CrmId(@JsonValue String value) implements Comparable<CrmId> {
    private static final int LENGTH_MAX = 128;
    private static final String ERASED = "erased:";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CrmId {
        if (value.isBlank() || value.length() > LENGTH_MAX || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("CrmId must be 1 to 128 printable characters");
        }
    }

    /// What stands for the id of a user who was erased.
    ///
    /// @param mark that cannot be turned back, the same for the same user
    public static CrmId erased(String mark) {
        return new CrmId(ERASED + mark);
    }

    /// Whether this stands for the id of an erased user.
    public boolean isErased() {
        return value.startsWith(ERASED);
    }

    @Override
    public int compareTo(CrmId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
