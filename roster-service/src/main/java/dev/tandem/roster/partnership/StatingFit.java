package dev.tandem.roster.partnership;

import static dev.tandem.roster.partnership.Transition.FIT;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.partnership.PartnershipChanged.Status;
import java.util.EnumSet;
import java.util.Set;

/// Fit comes before the signature: nobody signs until every party said that it fits. A party may say so anew.
record StatingFit(Partnership partnership) {

    Set<Transition> allowedTo(CompanyId company) {
        return partnership.isParty(company) && partnership.status() == Status.ACTIVE ? EnumSet.of(FIT) : Set.of();
    }

    /// @throws dev.tandem.kit.web.ProblemException 409 with what is allowed
    Partnership state(Fit fit) {
        if (!allowedTo(fit.act().by()).contains(FIT)) {
            throw Transition.notNow(partnership, FIT, fit.act().by());
        }
        return partnership.with(partnership.papers().with(fit));
    }
}
