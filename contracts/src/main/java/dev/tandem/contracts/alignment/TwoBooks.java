package dev.tandem.contracts.alignment;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;

/// The books of two parties of a partnership, which are aligned with each other.
public record TwoBooks(PartnershipId partnership, CompanyId one, CompanyId other) {

    /// The form used in keys.
    @Override
    public String toString() {
        return partnership + "/" + one + "/" + other;
    }
}
