package dev.tandem.roster.mapping;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.roster.exchange.Effective;
import java.util.Optional;

/// Looks up what `viewer` may hold of a company's reps by its roster; empty where it never offered one.
@FunctionalInterface
interface Offers {
    Optional<Effective> of(PartnershipId partnership, CompanyId company, CompanyId viewer);
}
