package dev.tandem.roster.exchange;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmOut;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.roster.RosterChange;
import dev.tandem.contracts.roster.RosterChange.RepChanged;
import dev.tandem.contracts.roster.RosterChange.Status;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Hash;
import dev.tandem.kit.store.Outgoing;
import dev.tandem.kit.store.Versioned;
import dev.tandem.roster.partnership.Agreements;
import dev.tandem.roster.rep.RepDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// Tells each party's systems of the reps that it accepted, with the offered fields alone, and takes back what may no
/// longer be held: another version, a withdrawal, a rep who left, an agreement that no longer governs.
@Component
public final class TellingReps implements RosterListener {
    private static final int PART = 100;

    private final Rosters rosters;
    private final ToldReps told;
    private final Agreements agreements;
    private final RepDirectory reps;

    TellingReps(Rosters rosters, ToldReps told, Agreements agreements, RepDirectory reps) {
        this.rosters = rosters;
        this.told = told;
        this.agreements = agreements;
        this.reps = reps;
    }

    @Override
    public void changed(PartnershipId partnership, CompanyId company) {
        rosters.find(partnership, company)
                .ifPresent(roster -> roster.named().forEach(rep -> tell(partnership, company, rep)));
        var after = "";
        List<Versioned<ToldRep>> part;
        do {
            part = told.page(partnership, company, after, PART);
            part.forEach(found -> tell(partnership, company, found.state().rep()));
            after = part.isEmpty() ? after : part.getLast().id();
        } while (part.size() == PART);
    }

    /// Another revision governs, or none.
    public void onPartnership(Incoming<PartnershipChanged> event) {
        var partnership = event.payload();
        for (var party : partnership.parties()) {
            if (rosters.find(partnership.partnership(), party).isPresent()) {
                changed(partnership.partnership(), party);
            }
        }
    }

    /// A rep changed or left.
    public void onRoster(Incoming<RosterChange> event) {
        if (event.payload() instanceof RepChanged rep) {
            var after = "";
            List<PartnershipId> part;
            do {
                part = agreements.page(rep.company(), after, PART);
                part.stream()
                        .filter(partnership ->
                                told.find(partnership, rep.rep()).isPresent() || isNamed(partnership, rep))
                        .forEach(partnership -> tell(partnership, rep.company(), rep.rep()));
                after = part.isEmpty() ? after : part.getLast().value();
            } while (part.size() == PART);
        }
    }

    /// Also who was away when the roster was accepted, and of whom nothing was told so far.
    private boolean isNamed(PartnershipId partnership, RepChanged rep) {
        return rosters.find(partnership, rep.company())
                .filter(roster -> roster.named().contains(rep.rep()))
                .isPresent();
    }

    /// By party, whether its systems hold something of the rep; who was never sent anything is not in it.
    public Map<CompanyId, Boolean> holders(PartnershipId partnership, RepId rep) {
        var holders = new TreeMap<CompanyId, Boolean>();
        told.find(partnership, rep)
                .ifPresent(found -> found.told()
                        .forEach((party, what) -> holders.put(new CompanyId(party), !what.equals(ToldRep.WITHDRAWN))));
        return holders;
    }

    private void tell(PartnershipId partnership, CompanyId company, RepId rep) {
        told.change(partnership, rep, current -> {
            var was = current.map(Versioned::state).orElseGet(() -> new ToldRep(partnership, company, rep, Map.of()));
            var events = new ArrayList<Outgoing>();
            var now = was;
            for (var party : others(partnership, company)) {
                var fields = visible(was, party);
                var what = fields.map(shown -> Hash.hex(shown.toString())).orElse(ToldRep.WITHDRAWN);
                var before = now.told().getOrDefault(party.value(), ToldRep.WITHDRAWN);
                if (!what.equals(before)) {
                    now = now.told(party, what);
                    events.add(Outgoing.to(Topics.crmOut(party), key(was), record(was, fields)));
                }
            }
            return now.equals(was) ? Change.none() : Change.to(now, events);
        });
    }

    private List<CompanyId> others(PartnershipId partnership, CompanyId company) {
        return agreements.of(partnership).map(PartnershipChanged::parties).orElse(List.of()).stream()
                .filter(party -> !party.equals(company))
                .toList();
    }

    /// Empty where the party may hold nothing of the rep.
    private Optional<Map<String, String>> visible(ToldRep rep, CompanyId party) {
        var governed = agreements
                .of(rep.partnership())
                .flatMap(PartnershipChanged::inForce)
                .isPresent();
        var effective = rosters.find(rep.partnership(), rep.company())
                .filter(_ -> governed)
                .map(roster -> roster.effectiveFor(party))
                .filter(shown -> shown.reps().contains(rep.rep()));
        return effective.flatMap(shown -> reps.find(rep.company(), rep.rep())
                .filter(known -> known.rep().status() == Status.ACTIVE)
                .map(known -> shown.of(rep.rep(), known.fields())));
    }

    private static String key(ToldRep rep) {
        return "rep/" + rep.partnership() + "/" + rep.rep();
    }

    private static CrmOut record(ToldRep rep, Optional<Map<String, String>> fields) {
        return fields.<CrmOut>map(shown -> new CrmOut.PartnerRep(rep.partnership(), rep.company(), rep.rep(), shown))
                .orElseGet(() -> new CrmOut.Withdrawn(
                        key(rep),
                        new Reason("NOT_OFFERED", "The rep is no longer offered to you."),
                        rep.partnership()));
    }
}
