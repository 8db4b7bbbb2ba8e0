package dev.tandem.kit.web;

import java.util.Arrays;
import java.util.Optional;

/// What a caller may do; the claim is the word that stands in the token's `roles`.
public enum Role {
    ALLIANCE_MANAGER("alliance-manager"),
    FINANCE("finance"),
    REP("rep"),
    /// The company's CRM, a machine.
    CRM("crm"),
    /// Of one company.
    ADMIN("admin"),
    /// Of the platform: registers companies and reads no company's data.
    OPERATOR("operator");

    private final String claim;

    Role(String claim) {
        this.claim = claim;
    }

    public String claim() {
        return claim;
    }

    static Optional<Role> ofClaim(String claim) {
        return Arrays.stream(values()).filter(role -> role.claim.equals(claim)).findFirst();
    }
}
