package dev.tandem.accounts.matching;

import dev.tandem.contracts.CrmId;
import dev.tandem.engine.AccountRow;
import java.util.Map;
import java.util.TreeMap;

/// An account as the alignment engine reads it.
public final class Rows {
    private Rows() {}

    /// @param texts the account's fields by their names in the CRM contract, empty ones left out
    public static AccountRow of(CrmId id, Map<String, String> texts) {
        return new AccountRow(
                id.value(),
                texts.getOrDefault("name", ""),
                texts.getOrDefault("website", ""),
                texts.getOrDefault("phone", ""),
                texts.getOrDefault("street", ""),
                texts.getOrDefault("city", ""),
                texts.getOrDefault("region", ""),
                texts.getOrDefault("postcode", ""),
                texts.getOrDefault("country", ""),
                texts.getOrDefault("registrationId", ""),
                texts.getOrDefault("parentId", ""));
    }

    /// The other way round.
    public static Map<String, String> texts(AccountRow row) {
        var texts = new TreeMap<>(Map.of(
                "name", row.name(),
                "website", row.website(),
                "phone", row.phone(),
                "street", row.street(),
                "city", row.city(),
                "region", row.region(),
                "postcode", row.postcode(),
                "country", row.country(),
                "registrationId", row.registrationId(),
                "parentId", row.parentId()));
        texts.values().removeIf(String::isEmpty);
        return texts;
    }
}
