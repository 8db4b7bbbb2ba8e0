package dev.tandem.accounts.account;

import dev.tandem.contracts.CrmId;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/// One of an account's opportunities, as far as the account is judged by it.
///
/// @param facts its id, stage, amount, currency, closeDate and ownerUser, as the CRM has them; empty ones left out
public record AccountOpportunity(CrmId id, boolean open, Map<String, String> facts) {
    /// Open ones first, then by close date, the latest first.
    static final Comparator<AccountOpportunity> LATEST = Comparator.comparing(AccountOpportunity::open)
            .thenComparing(AccountOpportunity::closeDate)
            .reversed()
            .thenComparing(AccountOpportunity::id);

    public AccountOpportunity {
        facts = java.util.Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    String closeDate() {
        return facts.getOrDefault("closeDate", "");
    }
}
