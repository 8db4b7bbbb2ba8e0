package dev.tandem.roster.mapping;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import java.util.Optional;
import java.util.Set;

/// Says who of a company works with a rep of another, so that a side of a joint account that nobody owns is covered.
public interface StandIns {
    Optional<RepId> of(PartnershipId partnership, RepId owner, CompanyId at);

    /// The owners for whom a rep may be the one.
    Set<RepId> owners(PartnershipId partnership, RepId standIn);
}
