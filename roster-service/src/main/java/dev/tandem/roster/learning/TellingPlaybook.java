package dev.tandem.roster.learning;

import dev.tandem.contracts.Reason;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmOut;
import dev.tandem.contracts.crm.CrmOut.PlaybookEntry;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Outgoing;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import dev.tandem.roster.partnership.Agreements;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Tells the other parties' systems of the playbook's entries, and takes them back when the owner does, or when no
/// agreement is in force.
@Component
public class TellingPlaybook {
    private static final int PART = 50;

    private final Entries entries;
    private final Agreements agreements;

    TellingPlaybook(Entries entries, Agreements agreements) {
        this.entries = entries;
        this.agreements = agreements;
    }

    /// Another revision governs, or none.
    public void onPartnership(Incoming<PartnershipChanged> event) {
        var after = "";
        List<Entry> part;
        do {
            part = entries.page(event.payload().partnership(), after, PART);
            part.forEach(this::settle);
            after = part.isEmpty() ? after : part.getLast().id();
        } while (part.size() == PART);
    }

    @Scheduled(
            fixedDelayString = "${tandem.roster.settling-interval-ms:500}",
            initialDelayString = "${tandem.roster.settling-interval-ms:500}")
    void settle() {
        entries.unsettled(Tenant.PLATFORM, PART).forEach(this::settle);
    }

    private void settle(Entry found) {
        entries.change(found.partnership(), found.id(), Cause.GIVEN, current -> {
            var was = current.map(Versioned::state).orElse(found);
            var partnership = agreements.of(was.partnership());
            var holds = was.withdrawn() == null
                    && partnership.flatMap(PartnershipChanged::inForce).isPresent();
            if (was.settled() && was.told() == holds) {
                return Change.none();
            }
            var events = !holds && !was.told()
                    ? List.<Outgoing>of()
                    : partnership.map(PartnershipChanged::parties).orElse(List.of()).stream()
                            .filter(party -> !party.equals(was.owner()))
                            .map(party -> Outgoing.to(Topics.crmOut(party), key(was), record(was, holds)))
                            .toList();
            return Change.to(was.told(holds), events);
        });
    }

    private static String key(Entry entry) {
        return "playbook/" + entry.partnership() + "/" + entry.id();
    }

    private static CrmOut record(Entry entry, boolean holds) {
        if (!holds) {
            var why = new Reason("NOT_SHARED", "The owner took it back, or no agreement is in force.");
            return new CrmOut.Withdrawn(key(entry), why, entry.partnership());
        }
        var text = entry.text();
        return new PlaybookEntry(
                entry.partnership(),
                entry.id(),
                text.kind().name(),
                text.title(),
                text.text(),
                entry.owner(),
                text.audience().name(),
                text.reviewBy());
    }
}
