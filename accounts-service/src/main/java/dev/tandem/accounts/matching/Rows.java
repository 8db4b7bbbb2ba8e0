package dev.tandem.accounts.matching;

import dev.tandem.contracts.CrmId;
import dev.tandem.engine.AccountRow;
import java.util.Map;

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
}
