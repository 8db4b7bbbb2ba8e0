package dev.tandem.samples;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A user of one company's CRM.
///
/// @param manager the number of the manager, or -1 for the head of sales
record Person(int number, String given, String family, String role, String territory, int manager, String languages) {
    static final String REP = "Account Executive";
    static final String MANAGER = "Sales Manager";
    static final String SPECIALIST = "Specialist";

    Map<String, @Nullable String> fields(Crm crm, String email, boolean active) {
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        fields.put("name", given + " " + family);
        fields.put("email", email);
        fields.put("role", role);
        fields.put("territory", territory);
        if (manager >= 0) {
            fields.put("managerUser", crm.user(manager).value());
        }
        fields.put("active", String.valueOf(active));
        fields.put("languages", languages);
        return fields;
    }
}
