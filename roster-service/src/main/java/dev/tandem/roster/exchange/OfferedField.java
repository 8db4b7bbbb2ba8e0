package dev.tandem.roster.exchange;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/// What of a rep a roster can offer. What is not chosen never leaves the company.
public enum OfferedField {
    NAME("name"),
    EMAIL("email"),
    ROLE("role"),
    TERRITORY("territory"),
    SEGMENT("segment"),
    PRODUCTS("products"),
    LANGUAGES("languages"),
    CAPACITY("capacity");

    private final String crmName;

    OfferedField(String crmName) {
        this.crmName = crmName;
    }

    public String crmName() {
        return crmName;
    }

    /// Of a rep's values those of the chosen fields.
    public static Map<String, String> chosen(Collection<OfferedField> fields, Map<String, String> values) {
        var chosen = new TreeMap<String, String>();
        for (var field : fields) {
            var value = values.get(field.crmName);
            if (value != null) {
                chosen.put(field.crmName, value);
            }
        }
        return chosen;
    }
}
