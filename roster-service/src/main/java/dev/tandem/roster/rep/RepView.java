package dev.tandem.roster.rep;

import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.roster.RosterChange.Status;
import org.jspecify.annotations.Nullable;

/// A rep as the own company sees it.
///
/// @param name empty while the CRM has not told it
record RepView(
        RepId rep,
        CrmId crmUser,
        String name,
        @Nullable String email,
        @Nullable String role,
        @Nullable String territory,
        Status status) {

    static RepView of(Rep of) {
        var told = of.event();
        return new RepView(
                told.rep(), told.crmUser(), told.name(), told.email(), told.role(), told.territory(), told.status());
    }
}
