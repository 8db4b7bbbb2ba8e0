package dev.tandem.roster.engagement;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.alignment.JointAccountChanged;
import dev.tandem.contracts.crm.CrmOut;
import dev.tandem.contracts.crm.CrmOut.EngagementMoved;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Outgoing;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import dev.tandem.roster.learning.Citations;
import dev.tandem.roster.mapping.WorkedAccounts;
import dev.tandem.roster.partnership.Agreements;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Tells companies' systems how far a party is with an engagement: its own always, the others' as long as they see the
/// joint account.
@Component
public class TellingEngagements {
    private static final int PART = 50;

    private final Engagements engagements;
    private final Agreements agreements;
    private final WorkedAccounts accounts;
    private final Citations citations;

    TellingEngagements(Engagements engagements, Agreements agreements, WorkedAccounts accounts, Citations citations) {
        this.citations = citations;
        this.engagements = engagements;
        this.agreements = agreements;
        this.accounts = accounts;
    }

    /// Another revision governs, or none.
    public void onPartnership(Incoming<PartnershipChanged> event) {
        var partnership = event.payload().partnership();
        walk(after -> engagements.records(partnership, after, PART));
    }

    /// Joint accounts came, changed or went.
    public void onAlignments(List<Incoming<JointAccountChanged>> events) {
        var changed = new TreeSet<>(java.util.Comparator.comparing(JointAccountId::value));
        events.forEach(event -> changed.add(event.payload().jointAccount()));
        walk(after -> engagements.on(Tenant.PLATFORM, changed, after, PART));
    }

    private void walk(Function<String, List<PartyRecord>> read) {
        var after = "";
        List<PartyRecord> part;
        do {
            part = read.apply(after);
            part.forEach(this::settle);
            after = part.isEmpty() ? after : part.getLast().id();
        } while (part.size() == PART);
    }

    /// What somebody left who stopped between changing a record and telling of it.
    @Scheduled(
            fixedDelayString = "${tandem.roster.leftovers-interval-ms:10000}",
            initialDelayString = "${tandem.roster.leftovers-interval-ms:10000}")
    void leftovers() {
        engagements.unsettled(Tenant.PLATFORM, PART).forEach(this::settle);
    }

    /// Until there is nothing more to do: what may be seen may have changed between our reading and our writing.
    void settle(PartyRecord found) {
        if (!found.stands()) {
            citations.recall(found.partnership(), found.engagement(), found.party());
        }
        Outcome<PartyRecord> outcome;
        do {
            outcome = engagements.change(
                    found.partnership(),
                    found.id(),
                    Cause.GIVEN,
                    current -> told(current.map(Versioned::state).orElse(found)));
        } while (outcome instanceof Outcome.Changed<PartyRecord>);
    }

    private Change<PartyRecord> told(PartyRecord was) {
        var holders = holders(was);
        if (was.settled() && was.told().equals(holders)) {
            return Change.none();
        }
        var events = new ArrayList<Outgoing>();
        was.told().stream()
                .filter(held -> !holders.contains(held))
                .forEach(held -> events.add(Outgoing.to(Topics.crmOut(held), key(was), withdrawn(was))));
        holders.stream()
                .filter(holder -> !was.settled() || !was.told().contains(holder))
                .forEach(holder -> events.add(Outgoing.to(Topics.crmOut(holder), key(was), moved(was, holder))));
        return Change.to(was.toldTo(holders), events);
    }

    private List<CompanyId> holders(PartyRecord record) {
        return record.stands()
                ? agreements.of(record.partnership()).map(PartnershipChanged::parties).orElse(List.of()).stream()
                        .filter(party -> party.equals(record.party()) || sees(party, record))
                        .toList()
                : List.of();
    }

    private boolean sees(CompanyId party, PartyRecord record) {
        return accounts.companiesSeen(party, record.partnership(), record.jointAccount())
                .isPresent();
    }

    private static String key(PartyRecord record) {
        return "engagement/" + record.partnership() + "/" + record.engagement() + "/" + record.party();
    }

    private static CrmOut moved(PartyRecord record, CompanyId holder) {
        return new EngagementMoved(
                record.partnership(),
                record.engagement(),
                record.jointAccount(),
                record.party(),
                record.now().stage().name(),
                record.now().at(),
                holder.equals(record.party()) ? record.opportunity() : null);
    }

    private static CrmOut withdrawn(PartyRecord record) {
        var why = new Reason("NOT_SHARED", "It was taken back, or you no longer see the joint account.");
        return new CrmOut.Withdrawn(key(record), why, record.partnership());
    }
}
