package dev.tandem.roster.rep;

import dev.tandem.contracts.CrmId;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an admin enters of a rep; what is left out is cleared.
final class EnteredRep {
    private EnteredRep() {}

    /// @param crmUser the rep's user in the company's CRM, which never changes
    record New(
            CrmId crmUser,
            @NotBlank @Size(max = 200) String name,
            @Email @Size(max = 254) @Nullable String email,
            @Size(max = 100) @Nullable String role,
            @Size(max = 100) @Nullable String territory) {
        Map<RepField, @Nullable String> values() {
            return new Change(name, email, role, territory, true).values();
        }
    }

    /// @param active false for who has left
    record Change(
            @NotBlank @Size(max = 200) String name,
            @Email @Size(max = 254) @Nullable String email,
            @Size(max = 100) @Nullable String role,
            @Size(max = 100) @Nullable String territory,
            boolean active) {
        Map<RepField, @Nullable String> values() {
            var values = new EnumMap<RepField, @Nullable String>(RepField.class);
            values.put(RepField.NAME, name);
            values.put(RepField.EMAIL, email);
            values.put(RepField.ROLE, role);
            values.put(RepField.TERRITORY, territory);
            values.put(RepField.ACTIVE, String.valueOf(active));
            return values;
        }
    }
}
