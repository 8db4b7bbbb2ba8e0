package dev.tandem.roster.governance;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Hash;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Whom each company named for what is not decided in time, one document per partnership and company.
@Component
final class EscalationOwners {
    private final Aggregates<Named> owners;

    EscalationOwners(Stores stores) {
        this.owners = stores.aggregates("escalation_owners", Named.class);
    }

    /// @param reason why this one
    record Named(RepId rep, Reason reason) {}

    Optional<RepId> of(PartnershipId partnership, CompanyId company) {
        return owners.find(Tenant.of(company), Hash.id(partnership.value(), company.value()))
                .map(Versioned::state)
                .map(Named::rep);
    }

    void name(PartnershipId partnership, CompanyId company, Cause cause, Named named) {
        owners.change(Tenant.of(company), Hash.id(partnership.value(), company.value()), cause, _ -> Change.to(named));
    }
}
