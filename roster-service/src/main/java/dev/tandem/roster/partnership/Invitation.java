package dev.tandem.roster.partnership;

import static dev.tandem.roster.partnership.Transition.ACCEPTANCE;
import static dev.tandem.roster.partnership.Transition.CANCELLATION;
import static dev.tandem.roster.partnership.Transition.REJECTION;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.partnership.PartnershipChanged.Status;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The invitation axis: invited, then active once every party accepted, or rejected by one of them, or expired; the
/// inviting party cancels what is invited, any party at once what is active. What is over stays over.
record Invitation(Partnership partnership) {

    Set<Transition> allowedTo(CompanyId company) {
        if (!partnership.isParty(company)) {
            return Set.of();
        }
        return switch (partnership.status()) {
            case INVITED -> invited(company);
            case ACTIVE, SUSPENDED -> EnumSet.of(CANCELLATION);
            case REJECTED, CANCELLED, EXPIRED, ENDED -> Set.of();
        };
    }

    private Set<Transition> invited(CompanyId company) {
        if (partnership.invitation().by().equals(company)) {
            return EnumSet.of(CANCELLATION);
        }
        return partnership.accepted().contains(company) ? EnumSet.of(REJECTION) : EnumSet.of(ACCEPTANCE, REJECTION);
    }

    /// @throws dev.tandem.kit.web.ProblemException 409 with what is allowed
    Partnership accept(CompanyId by) {
        require(ACCEPTANCE, by);
        List<CompanyId> accepted =
                Stream.concat(partnership.accepted().stream(), Stream.of(by)).toList();
        var all = accepted.containsAll(partnership.parties());
        return partnership.with(all ? Status.ACTIVE : Status.INVITED, accepted);
    }

    /// @throws dev.tandem.kit.web.ProblemException 409 with what is allowed
    Partnership reject(Act act) {
        require(REJECTION, act.by());
        return partnership.ended(Status.REJECTED, act);
    }

    /// Ends the agreement in force too, from that moment.
    ///
    /// @throws dev.tandem.kit.web.ProblemException 409 with what is allowed
    Partnership cancel(Act act) {
        require(CANCELLATION, act.by());
        return partnership.ended(Status.CANCELLED, act);
    }

    private void require(Transition transition, CompanyId by) {
        if (!allowedTo(by).contains(transition)) {
            throw Transition.notNow(partnership, transition, by);
        }
    }
}
