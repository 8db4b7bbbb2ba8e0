package dev.tandem.roster.rep;

import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.roster.RosterChange.Spell;
import dev.tandem.contracts.roster.RosterChange.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A rep as the own company sees it.
///
/// @param name empty while the CRM has not told it
/// @param spells what held over which days, and will as far as is known
record RepView(
        RepId rep,
        CrmId crmUser,
        String name,
        @Nullable String email,
        @Nullable String role,
        @Nullable String territory,
        Map<String, String> profile,
        Status status,
        List<Spell> spells,
        List<Planned> planned) {

    /// What is to hold from a day on, under the names that a CRM sends it by.
    record Planned(LocalDate asOf, Map<String, @Nullable String> fields) {
        static Planned of(Tenure.Planned plan) {
            var fields = new TreeMap<String, @Nullable String>();
            plan.values().forEach((field, value) -> fields.put(field.crmName(), value));
            return new Planned(plan.asOf(), fields);
        }
    }

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
                told.status(),
                new Presence(of).spells(),
                of.tenure().planned().stream().map(Planned::of).toList());
    }

    /// What else is known, under the names that a CRM sends it by.
    private static Map<String, String> profile(Rep of) {
        var profile = new TreeMap<>(of.values());
        profile.keySet().removeAll(Set.of("name", "email", "role", "territory", "active"));
        return profile;
    }
}
