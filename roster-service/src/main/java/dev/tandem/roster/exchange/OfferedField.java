package dev.tandem.roster.exchange;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What of a rep a roster can offer. What is not chosen never leaves the company.
public enum OfferedField {
    NAME("name"),
    EMAIL("email"),
    ROLE("role"),
    TERRITORY("territory"),
    SEGMENT("segment"),
    PRODUCTS("products"),
    LANGUAGES("languages"),
    CAPACITY("capacity"),
    SKILLS("skills"),
    ROLE_FAMILY("roleFamily"),
    /// The manager's opaque id.
    MANAGER("manager"),
    /// For how many accounts of its company the rep is named: their ids are the company's own.
    NAMED_ACCOUNTS("namedAccounts");

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
                chosen.put(field.crmName, field == NAMED_ACCOUNTS ? count(value) : value);
            }
        }
        return chosen;
    }

    private static String count(String list) {
        return Long.toString(
                Stream.of(list.split("[,;]")).filter(item -> !item.isBlank()).count());
    }
}
