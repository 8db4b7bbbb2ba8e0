package dev.tandem.roster.mapping;

import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.crm.CrmOut.Counterpart;
import dev.tandem.roster.mapping.Counterparts.Gap;
import dev.tandem.roster.mapping.Counterparts.Seen;
import java.util.List;

/// The counterparts of one joint account, as the caller's company sees them.
///
/// @param gaps the sides that nobody covers
record CounterpartsView(
        PartnershipId partnership,
        JointAccountId jointAccount,
        List<CrmId> ownAccounts,
        List<Counterpart> counterparts,
        List<Gap> gaps) {

    static CounterpartsView of(Mapping mapping, Seen seen) {
        return new CounterpartsView(
                mapping.partnership(), mapping.jointAccount(), seen.ownAccounts(), seen.counterparts(), seen.gaps());
    }
}
