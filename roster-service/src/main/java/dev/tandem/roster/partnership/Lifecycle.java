package dev.tandem.roster.partnership;

import static dev.tandem.roster.partnership.Transition.NOTICE;
import static dev.tandem.roster.partnership.Transition.NOTICE_WITHDRAWAL;
import static dev.tandem.roster.partnership.Transition.RESUMPTION;
import static dev.tandem.roster.partnership.Transition.SUSPENSION;

import dev.tandem.contracts.CompanyId;
import dev.tandem.roster.partnership.Course.Notice;
import java.util.EnumSet;
import java.util.Set;

/// What becomes of a partnership that all accepted: each party may stop all sharing at once and for a while, and takes
/// back only its own stop; each may give notice, after which the partnership ends, and the one that gave it may take
/// it back until then.
record Lifecycle(Partnership partnership) {

    Set<Transition> allowedTo(CompanyId company) {
        if (!partnership.isParty(company) || !lives()) {
            return Set.of();
        }
        var allowed = EnumSet.of(partnership.course().suspensionOf(company).isPresent() ? RESUMPTION : SUSPENSION);
        var notice = partnership.course().notice();
        if (notice == null) {
            allowed.add(NOTICE);
        } else if (notice.act().by().equals(company)) {
            allowed.add(NOTICE_WITHDRAWAL);
        }
        return allowed;
    }

    private boolean lives() {
        return switch (partnership.status()) {
            case ACTIVE, SUSPENDED -> true;
            case INVITED, REJECTED, CANCELLED, EXPIRED, ENDED -> false;
        };
    }

    /// From that moment nothing crosses, whoever would show it.
    ///
    /// @throws dev.tandem.kit.web.ProblemException 409 with what is allowed, as each of these
    Partnership suspend(Act act) {
        require(SUSPENSION, act.by());
        return partnership.with(partnership.course().suspended(act));
    }

    Partnership resume(CompanyId by) {
        require(RESUMPTION, by);
        return partnership.with(partnership.course().resumed(by));
    }

    Partnership giveNotice(Notice notice) {
        require(NOTICE, notice.act().by());
        return partnership.with(partnership.course().with(notice));
    }

    Partnership withdrawNotice(CompanyId by) {
        require(NOTICE_WITHDRAWAL, by);
        return partnership.with(partnership.course().with((Notice) null));
    }

    private void require(Transition transition, CompanyId by) {
        if (!allowedTo(by).contains(transition)) {
            throw Transition.notNow(partnership, transition, by);
        }
    }
}
