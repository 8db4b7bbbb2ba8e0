package dev.tandem.roster.recognition;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.roster.RosterChange.Status;
import dev.tandem.kit.web.Problem;
import dev.tandem.roster.exchange.OfferedReps;
import dev.tandem.roster.mapping.JointOwners;
import dev.tandem.roster.recognition.Award.AwardTeam;
import dev.tandem.roster.recognition.Recognition.Person;
import dev.tandem.roster.rep.RepDirectory;
import java.util.List;
import org.springframework.stereotype.Component;

/// Whom a company may name in an award: its own active reps, and those of the others whom it may know.
@Component
class Members {
    private final OfferedReps offered;
    private final JointOwners joints;
    private final RepDirectory reps;

    Members(OfferedReps offered, JointOwners joints, RepDirectory reps) {
        this.offered = offered;
        this.joints = joints;
        this.reps = reps;
    }

    /// @throws dev.tandem.kit.web.ProblemException 400 for a team of one company, or with somebody who is not known;
    /// whether there is such a person is not said
    void check(PartnershipChanged partnership, CompanyId by, List<AwardTeam> teams) {
        for (int i = 0; i < teams.size(); i++) {
            var path = "teams[" + i + "].members";
            if (!teams.get(i).isOfSeveralCompanies()) {
                throw Problem.invalid(path, "ONE_COMPANY", "name people of at least two companies");
            }
            if (!teams.get(i).members().stream().allMatch(person -> isKnown(partnership, by, person))) {
                throw Problem.invalid(path, "NOT_KNOWN", "names somebody who is not among your reps or those offered");
            }
        }
    }

    private boolean isKnown(PartnershipChanged partnership, CompanyId by, Person person) {
        if (!partnership.parties().contains(person.company())) {
            return false;
        }
        var active = reps.find(person.company(), person.rep())
                .filter(known -> known.rep().status() == Status.ACTIVE)
                .isPresent();
        return active && (person.company().equals(by) || isShown(partnership, by, person));
    }

    private boolean isShown(PartnershipChanged partnership, CompanyId by, Person person) {
        var id = partnership.partnership();
        return offered.of(id, person.company(), by)
                .map(effective -> effective.reps().contains(person.rep()))
                .orElseGet(() -> joints.isAssigned(id, person.rep()));
    }
}
