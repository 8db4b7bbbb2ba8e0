package dev.tandem.roster.activity;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Violation;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.roster.RosterChange.Status;
import dev.tandem.roster.mapping.JointOwners;
import dev.tandem.roster.rep.RepDirectory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// What a report of an activity must meet, by REST and from a CRM alike.
@Component
final class Reporting {
    static final int PEOPLE_MAX = 10;
    static final int EVIDENCE_LENGTH_MAX = 500;
    private static final Duration LATE_MAX = Duration.ofDays(92);

    private final RepDirectory reps;
    private final JointOwners joints;
    private final Clock clock;
    private final Duration patience;

    Reporting(
            RepDirectory reps,
            JointOwners joints,
            Clock clock,
            @Value("${tandem.roster.activity-confirmation-days:14}") int confirmationDays) {
        this.reps = reps;
        this.joints = joints;
        this.clock = clock;
        this.patience = Duration.ofDays(confirmationDays);
    }

    Instant now() {
        return clock.instant();
    }

    Instant confirmBy() {
        return confirmBy(now());
    }

    Instant confirmBy(Instant reported) {
        return reported.plus(patience);
    }

    List<Violation> violations(PartnershipChanged partnership, CompanyId by, Facts facts) {
        var violations = new ArrayList<Violation>();
        if (facts.end().isAfter(now())) {
            violations.add(new Violation("start", "RANGE", "report what is over: it ends in the future"));
        }
        if (facts.start().isBefore(now().minus(LATE_MAX))) {
            violations.add(new Violation("start", "TOO_LATE", "report within " + LATE_MAX.toDays() + " days"));
        }
        if (facts.attended().isEmpty() && facts.unknown().isEmpty()) {
            violations.add(new Violation("attended", "REQUIRED", "name at least one rep of yours who took part"));
        }
        if (!partnership.parties().containsAll(facts.invited())
                || facts.invited().contains(by)) {
            violations.add(new Violation("invited", "NOT_A_PARTY", "name other parties of the partnership only"));
        }
        violations.addAll(ofAttendees(by, facts.attended()));
        return violations;
    }

    List<Violation> ofAttendees(CompanyId company, List<Attendee> attended) {
        var named = attended.stream().map(Attendee::rep).distinct().toList();
        if (named.size() < attended.size()) {
            return List.of(new Violation("attended", "DUPLICATE", "name each rep once, with the act that counts most"));
        }
        return named.stream().allMatch(rep -> isActive(company, rep))
                ? List.of()
                : List.of(new Violation("attended", "NOT_ACTIVE", "names somebody who is no active rep of yours"));
    }

    private boolean isActive(CompanyId company, RepId rep) {
        return reps.find(company, rep)
                .filter(known -> known.rep().status() == Status.ACTIVE)
                .isPresent();
    }

    /// An activity may be about no joint account, but not about one that is none.
    boolean isAboutNothingJoint(PartnershipId partnership, Facts facts) {
        var joint = facts.jointAccount();
        return joint != null && !joints.isJoint(partnership, joint);
    }

    /// Whether the caller, who speaks as a rep only, is among these.
    boolean isAmong(CompanyId company, String person, Collection<Attendee> attended) {
        return reps.person(company, person).stream()
                .anyMatch(known -> attended.stream()
                        .anyMatch(each -> each.rep().equals(known.rep().rep())));
    }
}
