package dev.tandem.roster.rep;

import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Reason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an admin enters of a rep; what is left out is cleared.
final class EnteredRep {
    private EnteredRep() {}

    /// @param crmUser the rep's user in the company's CRM, which never changes
    /// @param again why a person who was erased is entered anew; null for everybody else
    record New(
            CrmId crmUser,
            @NotBlank @Size(max = 200) String name,
            @Email @Size(max = 254) @Nullable String email,
            @Size(max = 100) @Nullable String role,
            @Size(max = 100) @Nullable String territory,
            @Valid @Nullable Profile profile,
            @Valid @Nullable Reason again) {
        Map<RepField, @Nullable String> values() {
            return new Change(name, email, role, territory, true, profile).values();
        }
    }

    /// What a rep can be matched by; what is left out of it is cleared, without it all of that stays as it is.
    ///
    /// @param managerUser the manager's user in the company's CRM
    /// @param languages separated by commas, and so are the products
    /// @param capacity with how many counterparts the rep can work
    /// @param skills separated by commas, and so are `namedAccounts`, ids of accounts in the company's CRM
    /// @param effectiveFrom the first day with the company, `effectiveUntil` the first without
    record Profile(
            @Size(max = 128) @Nullable String managerUser,
            @Size(max = 200) @Nullable String languages,
            @Size(max = 100) @Nullable String segment,
            @Size(max = 500) @Nullable String products,
            @Min(0) @Max(999) @Nullable Integer capacity,
            @Size(max = 500) @Nullable String skills,
            @Nullable RoleFamily roleFamily,
            @Size(max = 4_000) @Nullable String namedAccounts,
            @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate effectiveUntil) {
        void into(Map<RepField, @Nullable String> values) {
            values.put(RepField.MANAGER_USER, managerUser);
            values.put(RepField.LANGUAGES, languages);
            values.put(RepField.SEGMENT, segment);
            values.put(RepField.PRODUCTS, products);
            values.put(RepField.CAPACITY, text(capacity));
            values.put(RepField.SKILLS, skills);
            values.put(RepField.ROLE_FAMILY, text(roleFamily));
            values.put(RepField.NAMED_ACCOUNTS, namedAccounts);
            values.put(RepField.EFFECTIVE_FROM, text(effectiveFrom));
            values.put(RepField.EFFECTIVE_UNTIL, text(effectiveUntil));
        }

        private static @Nullable String text(@Nullable Object value) {
            return value == null ? null : value.toString();
        }
    }

    /// @param active false for who has left
    record Change(
            @NotBlank @Size(max = 200) String name,
            @Email @Size(max = 254) @Nullable String email,
            @Size(max = 100) @Nullable String role,
            @Size(max = 100) @Nullable String territory,
            boolean active,
            @Valid @Nullable Profile profile) {
        Map<RepField, @Nullable String> values() {
            var values = new EnumMap<RepField, @Nullable String>(RepField.class);
            values.put(RepField.NAME, name);
            values.put(RepField.EMAIL, email);
            values.put(RepField.ROLE, role);
            values.put(RepField.TERRITORY, territory);
            values.put(RepField.ACTIVE, String.valueOf(active));
            if (profile != null) {
                profile.into(values);
            }
            return values;
        }
    }
}
