package dev.tandem.kit.store;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;

/// Whose a document is: one company's own, or a partnership's. Every read and write of a store names it first.
public record Tenant(String value) {

    /// What belongs to the platform itself and to no company: operators see it.
    public static final Tenant PLATFORM = new Tenant("platform");

    public static Tenant of(CompanyId owner) {
        return new Tenant("company/" + owner);
    }

    public static Tenant of(PartnershipId partnership) {
        return new Tenant("partnership/" + partnership);
    }

    @Override
    public String toString() {
        return value;
    }
}
