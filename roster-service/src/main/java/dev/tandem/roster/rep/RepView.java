package dev.tandem.roster.rep;

import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.roster.RosterChange.Status;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A rep as the own company sees it.
///
/// @param name empty while the CRM has not told it
record RepView(
        RepId rep,
        CrmId crmUser,
        String name,
        @Nullable String email,
        @Nullable String role,
        @Nullable String territory,
        Map<String, String> profile,
        Status status) {

    static RepView of(Rep of) {
        var told = of.event();
        return new RepView(
                told.rep(),
                told.crmUser(),
                told.name(),
                told.email(),
                told.role(),
                told.territory(),
                profile(of),
                told.status());
    }

    /// What else is known, under the names that a CRM sends it by.
    private static Map<String, String> profile(Rep of) {
        var profile = new TreeMap<>(of.values());
        profile.keySet().removeAll(Set.of("name", "email", "role", "territory", "active"));
        return profile;
    }
}
