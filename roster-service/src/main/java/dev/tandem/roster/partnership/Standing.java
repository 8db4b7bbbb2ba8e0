package dev.tandem.roster.partnership;

import dev.tandem.contracts.CompanyId;
import java.util.EnumSet;
import java.util.Set;

/// What a party can do now, on all axes.
record Standing(Partnership partnership) {
    Set<Transition> allowedTo(CompanyId company) {
        var allowed = EnumSet.noneOf(Transition.class);
        allowed.addAll(new Invitation(partnership).allowedTo(company));
        allowed.addAll(new Lifecycle(partnership).allowedTo(company));
        allowed.addAll(new StatingFit(partnership).allowedTo(company));
        allowed.addAll(new Signing(partnership).allowedTo(company));
        return allowed;
    }
}
