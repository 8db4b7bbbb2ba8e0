package dev.tandem.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/// The id that a company's own CRM gave one of its objects (account, opportunity, user).
/// Unique within one company and object type only; never shown to another company.
///
/// @throws IllegalArgumentException from the constructor when blank, longer than 128 characters or with control
/// characters
public record CrmId(@JsonValue String value) implements Comparable<CrmId> {
    private static final int LENGTH_MAX = 128;
    private static final int DIGEST_BYTES = 18;
    private static final String ERASED = "erased:";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CrmId {
        if (value.isBlank() || value.length() > LENGTH_MAX || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("CrmId must be 1 to 128 printable characters");
        }
    }

    /// What stands for the id of a user who was erased: it cannot be turned back, and the same user has the same mark,
    /// so that what the CRM still says under the id is not taken for somebody new.
    public CrmId erasedOf(CompanyId company) {
        return new CrmId(ERASED + digest(company + "/" + value));
    }

    /// Whether this stands for the id of an erased user.
    public boolean isErased() {
        return value.startsWith(ERASED);
    }

    private static String digest(String text) {
        try {
            var bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(bytes, DIGEST_BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
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
