package dev.tandem.accounts.feed;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.crm.CrmOut;
import dev.tandem.contracts.crm.CrmOut.AccountAligned;
import dev.tandem.contracts.crm.CrmOut.CounterpartsMapped;
import dev.tandem.contracts.crm.CrmOut.DealCredited;
import dev.tandem.contracts.crm.CrmOut.DecisionDue;
import dev.tandem.contracts.crm.CrmOut.JointAward;
import dev.tandem.contracts.crm.CrmOut.PairAgreed;
import dev.tandem.contracts.crm.CrmOut.PartnerRep;
import dev.tandem.contracts.crm.CrmOut.PlaybookEntry;
import dev.tandem.contracts.crm.CrmOut.PopulationsChanged;
import dev.tandem.contracts.crm.CrmOut.Withdrawn;
import dev.tandem.kit.intake.Incoming;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Notes, from what companies' systems are told, that there is news. A repeated delivery makes a second entry, which
/// says the same.
@Component
public class OverlapFeed {
    private static final String ACCOUNT = "account/";

    private final FeedEntries entries;

    OverlapFeed(FeedEntries entries) {
        this.entries = entries;
    }

    public void on(Incoming<CrmOut> event) {
        switch (event.payload()) {
            case AccountAligned told -> note(event, told.partnership(), null);
            case Withdrawn taken -> withdrawn(event, taken);
            case CounterpartsMapped _,
                    PartnerRep _,
                    PairAgreed _,
                    DealCredited _,
                    PopulationsChanged _,
                    JointAward _,
                    DecisionDue _,
                    PlaybookEntry _ -> {
                // Nothing of the overlap.
            }
        }
    }

    private void withdrawn(Incoming<CrmOut> event, Withdrawn taken) {
        var partnership = taken.partnership();
        if (partnership != null && event.key().startsWith(ACCOUNT)) {
            note(event, partnership, taken.reason());
        }
    }

    /// The key is `account/<joint account>/<own account>`.
    private void note(Incoming<CrmOut> event, PartnershipId partnership, @Nullable Reason reason) {
        var rest = event.key().substring(ACCOUNT.length());
        var slash = rest.indexOf('/');
        var joint = new JointAccountId(rest.substring(0, slash));
        var own = new CrmId(rest.substring(slash + 1));
        var at = event.time();
        entries.append(company(event), partnership, seq -> new FeedEntry(partnership, seq, joint, own, at, reason));
    }

    private static CompanyId company(Incoming<CrmOut> event) {
        return event.sender();
    }
}
