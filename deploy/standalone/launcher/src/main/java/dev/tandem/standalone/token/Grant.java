package dev.tandem.standalone.token;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Who a token is for. An operator has no company; without a person the subject is `<role>@<company>`.
///
/// @throws IllegalArgumentException from the constructor, in a sentence for the user that names the field and its form
public record Grant(
        @Nullable String company, Role role, @Nullable String person) {
    private static final Pattern COMPANY = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");
    private static final Pattern PERSON = Pattern.compile("[A-Za-z0-9._@+-]{1,100}");

    public Grant {
        if (role == Role.OPERATOR && company != null) {
            throw new IllegalArgumentException("operator belongs to no company: leave the company away");
        }
        if (role != Role.OPERATOR
                && (company == null || !COMPANY.matcher(company).matches())) {
            throw new IllegalArgumentException(
                    "company must be 1 to 40 of a-z, 0-9 and '-', neither first nor last a '-', e.g. acme");
        }
        if (person != null && !PERSON.matcher(person).matches()) {
            throw new IllegalArgumentException("person must be 1 to 100 letters, digits or . _ @ + -, e.g. u123");
        }
    }

    /// From words a user typed; the role by its wire name.
    public static Grant of(@Nullable String company, String role, @Nullable String person) {
        return new Grant(company, Role.parse(role), person);
    }

    String subject() {
        if (person != null) {
            return person;
        }
        return company == null ? role.wireName() : role.wireName() + "@" + company;
    }
}
