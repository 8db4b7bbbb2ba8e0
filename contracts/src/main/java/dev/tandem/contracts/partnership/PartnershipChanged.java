package dev.tandem.contracts.partnership;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A partnership with every revision of its agreement, full state, on `tandem.partnerships` under its id.
///
/// @param parties all invited companies, the inviting one first
public record PartnershipChanged(
        PartnershipId partnership, String name, Status status, List<CompanyId> parties, List<Agreement> revisions) {

    /// The invitation axis; sharing needs [Status#ACTIVE] and a revision in force.
    public enum Status {
        INVITED,
        ACTIVE,
        /// A party stopped all sharing for a while; what is agreed stands.
        SUSPENDED,
        REJECTED,
        CANCELLED,
        /// Not every company accepted in time.
        EXPIRED,
        /// A notice period ran out.
        ENDED
    }

    public PartnershipChanged {
        parties = List.copyOf(parties);
        revisions = List.copyOf(revisions);
    }

    /// The revision that governs now; empty means that nothing crosses.
    public Optional<Agreement> inForce() {
        return status == Status.ACTIVE
                ? revisions.stream()
                        .filter(r -> r.status() == Agreement.Status.IN_FORCE)
                        .findFirst()
                : Optional.empty();
    }

    /// The revision that governed at an instant.
    public Optional<Agreement> inForceAt(Instant at) {
        return revisions.stream().filter(revision -> revision.inForceAt(at)).findFirst();
    }
}
