package dev.tandem.roster.exchange;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What other features may ask about rosters.
@Component
public final class OfferedReps {
    private final Rosters rosters;

    OfferedReps(Rosters rosters) {
        this.rosters = rosters;
    }

    /// What `viewer` may hold of the company's reps; empty while the company never offered a roster, so that the
    /// sharing policy alone decides.
    public Optional<Effective> of(PartnershipId partnership, CompanyId company, CompanyId viewer) {
        return rosters.find(partnership, company).map(roster -> roster.effectiveFor(viewer));
    }

    /// What a company offers now, whoever accepted it; empty as above.
    public Optional<Effective> offeredBy(PartnershipId partnership, CompanyId company) {
        return rosters.find(partnership, company)
                .map(roster -> roster.offered().map(Version::all).orElse(Effective.NOTHING));
    }
}
