package dev.tandem.roster.recognition;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmOut;
import dev.tandem.contracts.crm.CrmOut.AwardedMember;
import dev.tandem.contracts.crm.CrmOut.AwardedTeam;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Outgoing;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import dev.tandem.roster.partnership.Agreements;
import dev.tandem.roster.recognition.Award.Status;
import dev.tandem.roster.recognition.Recognition.Person;
import dev.tandem.roster.rep.RepDirectory;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Tells all parties' systems of an award that every party confirmed, and takes it back when one withdraws it, or when
/// no agreement is in force.
@Component
public class TellingAwards {
    private static final int PART = 20;

    private final Awards awards;
    private final Agreements agreements;
    private final RepDirectory reps;

    TellingAwards(Awards awards, Agreements agreements, RepDirectory reps) {
        this.awards = awards;
        this.agreements = agreements;
        this.reps = reps;
    }

    /// Another revision governs, or none.
    public void onPartnership(Incoming<PartnershipChanged> event) {
        var partnership = event.payload().partnership();
        var after = "";
        List<Versioned<Award>> part;
        do {
            part = awards.page(partnership, after, PART);
            part.forEach(found -> settle(found.state(), event.payload()));
            after = part.isEmpty() ? after : part.getLast().id();
        } while (part.size() == PART);
    }

    @Scheduled(
            fixedDelayString = "${tandem.roster.settling-interval-ms:500}",
            initialDelayString = "${tandem.roster.settling-interval-ms:500}")
    void settle() {
        awards.unsettled(Tenant.PLATFORM, PART)
                .forEach(award -> agreements.of(award.partnership()).ifPresent(found -> settle(award, found)));
    }

    private void settle(Award found, PartnershipChanged partnership) {
        awards.change(found.partnership(), found.period(), Cause.GIVEN, current -> {
            var was = current.map(Versioned::state).orElse(found);
            var now = agreements.of(found.partnership()).orElse(partnership);
            var holds = now.inForce().isPresent() && was.status(now.parties()) == Status.PUBLISHED;
            if (was.settled() && was.told() == holds) {
                return Change.none();
            }
            var events = was.told() == holds
                    ? List.<Outgoing>of()
                    : now.parties().stream()
                            .map(party -> Outgoing.to(Topics.crmOut(party), key(was), record(was, holds, party)))
                            .toList();
            return Change.to(was.told(holds), events);
        });
    }

    private static String key(Award award) {
        return "award/" + award.partnership() + "/" + award.period();
    }

    /// Who was erased stands in it by the opaque id alone, for the own company's systems too.
    void tellAgain(Award found, CompanyId party) {
        awards.change(found.partnership(), found.period(), Cause.GIVEN, current -> {
            var was = current.map(Versioned::state).orElse(found);
            return was.told()
                    ? Change.to(was, Outgoing.to(Topics.crmOut(party), key(was), record(was, true, party)))
                    : Change.none();
        });
    }

    private CrmOut record(Award award, boolean holds, CompanyId party) {
        if (!holds) {
            var why = new Reason("NOT_STANDING", "The award was taken back, or no agreement is in force.");
            return new CrmOut.Withdrawn(key(award), why, award.partnership());
        }
        return new CrmOut.JointAward(
                award.partnership(),
                award.period(),
                award.text().title(),
                award.text().teams().stream()
                        .map(team -> new AwardedTeam(
                                team.name(),
                                team.members().stream()
                                        .map(member -> member(member, party))
                                        .toList()))
                        .toList(),
                award.text().evidence(),
                award.proposed().reason());
    }

    /// A party's own people under their ids in its CRM; the others' under the platform's alone.
    private AwardedMember member(Person person, CompanyId party) {
        var user = person.company().equals(party)
                ? reps.find(party, person.rep())
                        .map(known -> known.rep().crmUser())
                        .filter(known -> !known.isErased())
                        .orElse(null)
                : null;
        return new AwardedMember(person.company(), person.rep(), user);
    }
}
