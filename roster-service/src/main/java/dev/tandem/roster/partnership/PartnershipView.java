package dev.tandem.roster.partnership;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.PartnershipChanged.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A partnership as one of its parties sees it.
///
/// @param inForce the revision that governs; absent while nothing may cross
/// @param allowed what this party can do now
record PartnershipView(
        PartnershipId partnership,
        String name,
        Status status,
        List<Party> parties,
        Act invitation,
        @Nullable Act ending,
        Course course,
        List<Fit> fits,
        @Nullable Integer inForce,
        List<RevisionView> revisions,
        List<String> allowed) {

    /// @param accepted whether it agreed to the partnership
    record Party(CompanyId company, boolean accepted) {}

    /// One line of the list.
    record Line(
            PartnershipId partnership,
            String name,
            Status status,
            List<CompanyId> parties,
            @Nullable Integer inForce) {
        static Line of(Partnership of) {
            return new Line(of.id(), of.name(), of.status(), of.parties(), governing(of));
        }
    }

    static PartnershipView of(Partnership of, CompanyId viewer) {
        return new PartnershipView(
                of.id(),
                of.name(),
                of.status(),
                of.parties().stream()
                        .map(party -> new Party(party, of.accepted().contains(party)))
                        .toList(),
                of.invitation(),
                of.ending(),
                of.course(),
                of.papers().fits(),
                governing(of),
                of.revisions().stream()
                        .map(revision -> RevisionView.of(of, revision, viewer))
                        .toList(),
                new Standing(of)
                        .allowedTo(viewer).stream().map(Transition::word).toList());
    }

    private static @Nullable Integer governing(Partnership of) {
        return of.event().inForce().map(Agreement::number).orElse(null);
    }
}
