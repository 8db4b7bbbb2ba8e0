package dev.tandem.roster.exchange;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;

/// Wants to know when something else of a company's reps may be seen. It is told again until it returns.
@FunctionalInterface
public interface RosterListener {
    void changed(PartnershipId partnership, CompanyId company);
}
