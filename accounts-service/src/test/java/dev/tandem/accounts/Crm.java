package dev.tandem.accounts;

import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.crm.CrmChange.Change;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a CRM would send.
// That a value may be null is lost in the class file of the record.
@SuppressWarnings("NullAway")
public final class Crm {
    private Crm() {}

    /// All of an account: names and values in turn.
    public static CrmChange account(String id, @Nullable String... fields) {
        return new CrmChange("account", new CrmId(id), null, Change.FULL, map(fields));
    }

    public static CrmChange opportunity(String id, @Nullable String... fields) {
        return new CrmChange("opportunity", new CrmId(id), null, Change.FULL, map(fields));
    }

    /// Some fields of an object.
    public static CrmChange fields(String type, String id, @Nullable String... fields) {
        return new CrmChange(type, new CrmId(id), null, Change.FIELDS, map(fields));
    }

    public static CrmChange deleted(String type, String id) {
        return new CrmChange(type, new CrmId(id), null, Change.DELETED, Map.of());
    }

    private static Map<String, @Nullable String> map(@Nullable String... fields) {
        var map = new LinkedHashMap<String, @Nullable String>();
        for (int i = 0; i < fields.length; i += 2) {
            map.put(String.valueOf(fields[i]), fields[i + 1]);
        }
        return map;
    }
}
