package dev.tandem.roster.rep;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What kind of work a role is, so that managers meet managers and specialists specialists, whatever each company
/// calls them.
public enum RoleFamily {
    SELLER(""),
    MANAGER("manager|director|head of|vice president|vp|lead"),
    SPECIALIST("engineer|consultant|specialist|architect|expert"),
    SUPPORT("support|service|success|operations|assistant");

    private final String words;

    RoleFamily(String words) {
        this.words = words;
    }

    /// By the field `roleFamily`, else by what the role is called, else a seller. An account manager sells.
    public static RoleFamily of(Map<String, String> fields) {
        var said = fields.get("roleFamily");
        return said == null ? called(fields.getOrDefault("role", "").toLowerCase(Locale.ROOT)) : valueOf(said);
    }

    private static RoleFamily called(String role) {
        if (role.contains("account manager")) {
            return SELLER;
        }
        for (var family : List.of(SUPPORT, SPECIALIST, MANAGER)) {
            if (family.names(role)) {
                return family;
            }
        }
        return SELLER;
    }

    /// As whole words, so that a leader is no lead and a vplan no vp.
    private boolean names(String role) {
        return (" " + role.replaceAll("[^a-z]+", " ") + " ").matches(".* (" + words + ") .*");
    }
}
