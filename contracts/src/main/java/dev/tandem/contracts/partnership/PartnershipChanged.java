package dev.tandem.contracts.partnership;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A partnership with every revision of its agreement, full state, on `tandem.partnerships` under its id.
///
/// @param parties all invited companies, the inviting one first
/// @param offline set where a party is not on the platform and the other represents it by files
public record PartnershipChanged(
        PartnershipId partnership,
        String name,
        Status status,
        List<CompanyId> parties,
        List<Agreement> revisions,
        @Nullable Offline offline) {

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

    /// With a party that is not on the platform. Such a partnership stays invited, so that nothing crosses; once the
    /// real company claimed it, it is cancelled and `successor` is the partnership that takes its place.
    ///
    /// @param placeholder the party that is represented, by `by`, whose private note all of it is
    /// @param claimedAs the real company; null before
    public record Offline(
            CompanyId placeholder,
            CompanyId by,
            @Nullable CompanyId claimedAs,
            @Nullable PartnershipId successor) {}

    /// Of companies that are all on the platform.
    public PartnershipChanged(
            PartnershipId partnership, String name, Status status, List<CompanyId> parties, List<Agreement> revisions) {
        this(partnership, name, status, parties, revisions, null);
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

    /// With the revisions that were in force by then, as if nothing had been signed, stopped or ended since.
    public PartnershipChanged asOf(Instant at) {
        var known = revisions.stream()
                .filter(each ->
                        each.inForceFrom() != null && !each.inForceFrom().isAfter(at))
                .map(each -> each.inForceAt(at) ? each.standing() : each)
                .toList();
        return new PartnershipChanged(partnership, name, Status.ACTIVE, parties, known, offline);
    }

    /// The revision that governed at an instant.
    public Optional<Agreement> inForceAt(Instant at) {
        return revisions.stream().filter(revision -> revision.inForceAt(at)).findFirst();
    }
}
