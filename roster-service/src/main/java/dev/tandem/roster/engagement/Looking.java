package dev.tandem.roster.engagement;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import dev.tandem.roster.engagement.EngagementView.Own;
import dev.tandem.roster.engagement.EngagementView.Snapshot;
import dev.tandem.roster.learning.Citations;
import dev.tandem.roster.learning.Citations.Cited;
import dev.tandem.roster.mapping.WorkedAccounts;
import dev.tandem.roster.partnership.Agreements;
import dev.tandem.roster.rep.RepDirectory;
import java.util.List;
import org.springframework.stereotype.Component;

/// What a caller may see of engagements: managers those on joint accounts that their company sees, and all that it has
/// a record of itself; reps those on accounts that they work. Of the others' records nothing while nothing crosses.
@Component
class Looking {
    private final Engagements engagements;
    private final Agreements agreements;
    private final WorkedAccounts accounts;
    private final RepDirectory reps;
    private final Citations citations;

    Looking(
            Engagements engagements,
            Agreements agreements,
            WorkedAccounts accounts,
            RepDirectory reps,
            Citations citations) {
        this.engagements = engagements;
        this.agreements = agreements;
        this.accounts = accounts;
        this.reps = reps;
        this.citations = citations;
    }

    /// Who looks, and whether what is of others may be seen.
    record Viewer(CompanyCaller caller, boolean crosses) {
        CompanyId company() {
            return caller.company();
        }

        boolean leads() {
            return caller.has(Role.ALLIANCE_MANAGER) || caller.has(Role.ADMIN);
        }
    }

    /// @throws dev.tandem.kit.web.ProblemException 404 for who is no party
    Viewer viewer(CompanyCaller caller, PartnershipId id) {
        var partnership = agreements.of(caller.company(), id).orElseThrow(Problem::notFound);
        return new Viewer(caller, partnership.inForce().isPresent());
    }

    /// Whether the viewer may open one there.
    boolean maySee(Viewer viewer, PartyRecord opener) {
        return concerns(viewer, opener) && seesAccount(viewer, opener);
    }

    /// What every party took back, nobody sees.
    boolean sees(Viewer viewer, PartyRecord opener) {
        var standing = standing(opener);
        return !standing.isEmpty()
                && concerns(viewer, opener)
                && (seesAccount(viewer, opener) || takesPart(viewer, standing));
    }

    private List<PartyRecord> standing(PartyRecord opener) {
        return engagements.of(opener.partnership(), opener.engagement()).stream()
                .filter(PartyRecord::stands)
                .toList();
    }

    private boolean concerns(Viewer viewer, PartyRecord opener) {
        return viewer.leads() || works(viewer, opener);
    }

    private boolean seesAccount(Viewer viewer, PartyRecord opener) {
        return viewer.crosses()
                && accounts.companiesSeen(viewer.company(), opener.partnership(), opener.jointAccount())
                        .isPresent();
    }

    private static boolean takesPart(Viewer viewer, List<PartyRecord> records) {
        return records.stream().anyMatch(record -> record.party().equals(viewer.company()));
    }

    private boolean works(Viewer viewer, PartyRecord opener) {
        return reps.person(viewer.company(), viewer.caller().person())
                .filter(known -> accounts.works(
                        opener.partnership(), opener.jointAccount(), known.rep().rep()))
                .isPresent();
    }

    /// @throws dev.tandem.kit.web.ProblemException 404 for what the viewer may not see
    PartyRecord found(Viewer viewer, PartnershipId id, String engagement) {
        return engagements
                .find(id, engagement)
                .filter(opener -> sees(viewer, opener))
                .orElseThrow(Problem::notFound);
    }

    /// As the above, and what every party took back.
    PartyRecord known(Viewer viewer, PartnershipId id, String engagement) {
        return engagements
                .find(id, engagement)
                .filter(opener -> concerns(viewer, opener))
                .filter(opener -> seesAccount(viewer, opener) || takesPart(viewer, engagements.of(id, engagement)))
                .orElseThrow(Problem::notFound);
    }

    EngagementView view(Viewer viewer, PartyRecord opener) {
        var records = standing(opener);
        var shown = viewer.crosses() && seesAccount(viewer, opener);
        return new EngagementView(
                opener.engagement(),
                opener.jointAccount(),
                opener.party(),
                records.stream()
                        .filter(record -> record.party().equals(viewer.company()))
                        .map(record -> Own.of(record, cited(viewer, record)))
                        .findFirst()
                        .orElse(null),
                records.stream()
                        .filter(record -> shown && !record.party().equals(viewer.company()))
                        .map(record -> Snapshot.of(record, cited(viewer, record)))
                        .toList());
    }

    private List<Cited> cited(Viewer viewer, PartyRecord record) {
        return citations.of(viewer.caller(), record.partnership(), record.engagement(), record.party());
    }
}
