package dev.tandem.roster.governance;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What other features may ask about who decides what was not decided in time.
@Component
public final class Deciders {
    private final EscalationOwners owners;

    Deciders(EscalationOwners owners) {
        this.owners = owners;
    }

    /// Empty where that is the company's admins.
    public Optional<RepId> of(PartnershipId partnership, CompanyId company) {
        return owners.of(partnership, company);
    }
}
