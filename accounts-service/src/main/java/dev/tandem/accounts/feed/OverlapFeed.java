package dev.tandem.accounts.feed;

import dev.tandem.accounts.feed.FeedEntries.Entry;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.crm.CrmOut;
import dev.tandem.contracts.crm.CrmOut.AccountAligned;
import dev.tandem.contracts.crm.CrmOut.CounterpartsMapped;
import dev.tandem.contracts.crm.CrmOut.DealCredited;
import dev.tandem.contracts.crm.CrmOut.DecisionDue;
import dev.tandem.contracts.crm.CrmOut.EngagementMoved;
import dev.tandem.contracts.crm.CrmOut.JointAward;
import dev.tandem.contracts.crm.CrmOut.PairAgreed;
import dev.tandem.contracts.crm.CrmOut.PartnerRep;
import dev.tandem.contracts.crm.CrmOut.PlaybookEntry;
import dev.tandem.contracts.crm.CrmOut.PopulationsChanged;
import dev.tandem.contracts.crm.CrmOut.Withdrawn;
import dev.tandem.kit.intake.Incoming;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
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

    /// With one way to the store for the news of one company and partnership.
    public void onAll(List<Incoming<CrmOut>> events) {
        var news = new LinkedHashMap<Readers, List<Entry>>();
        events.forEach(event -> partnership(event)
                .ifPresent(partnership -> news.computeIfAbsent(
                                new Readers(event.sender(), partnership), _ -> new ArrayList<>())
                        .add(entry(event, partnership))));
        news.forEach((readers, entries) -> this.entries.append(readers.company(), readers.partnership(), entries));
    }

    /// Whose feed it is.
    private record Readers(CompanyId company, PartnershipId partnership) {}

    /// Empty for what is nothing of the overlap.
    private static Optional<PartnershipId> partnership(Incoming<CrmOut> event) {
        return switch (event.payload()) {
            case AccountAligned told -> Optional.of(told.partnership());
            case Withdrawn taken -> Optional.ofNullable(taken.partnership()).filter(_ -> isOfAccount(event));
            case CounterpartsMapped _,
                    PartnerRep _,
                    PairAgreed _,
                    DealCredited _,
                    PopulationsChanged _,
                    JointAward _,
                    DecisionDue _,
                    PlaybookEntry _,
                    EngagementMoved _ -> Optional.empty();
        };
    }

    private static boolean isOfAccount(Incoming<CrmOut> event) {
        return event.key().startsWith(ACCOUNT);
    }

    /// The key is `account/<joint account>/<own account>`.
    private static Entry entry(Incoming<CrmOut> event, PartnershipId partnership) {
        var rest = event.key().substring(ACCOUNT.length());
        var slash = rest.indexOf('/');
        var joint = new JointAccountId(rest.substring(0, slash));
        var own = new CrmId(rest.substring(slash + 1));
        var reason = event.payload() instanceof Withdrawn taken ? taken.reason() : null;
        return seq -> new FeedEntry(partnership, seq, joint, own, event.time(), reason);
    }
}
