package dev.tandem.roster.mapping;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;

/// Says who may be told to the other parties as a counterpart: whoever has all that the agreement asks of a rep, and
/// whom somebody decided on.
@FunctionalInterface
public interface Gates {

    /// As it is now, for one piece of work.
    Gate of(PartnershipId partnership);

    /// The gate of one partnership.
    @FunctionalInterface
    interface Gate {
        boolean isOpen(RepId rep, CompanyId towards);
    }
}
