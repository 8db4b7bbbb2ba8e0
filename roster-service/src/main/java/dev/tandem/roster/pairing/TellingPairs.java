package dev.tandem.roster.pairing;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmOut;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.roster.RosterChange;
import dev.tandem.contracts.roster.RosterChange.RepChanged;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Hash;
import dev.tandem.kit.store.Outgoing;
import dev.tandem.kit.store.StateCodec;
import dev.tandem.kit.store.Versioned;
import dev.tandem.roster.exchange.RosterListener;
import dev.tandem.roster.pairing.Plan.Paired;
import dev.tandem.roster.pairing.Staff.View;
import dev.tandem.roster.partnership.Agreements;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Tells both parties' systems who is whose agreed counterpart, and takes it back as soon as that no longer holds:
/// another plan, a rep who left, an agreement that no longer governs.
@Component
public final class TellingPairs implements RosterListener {
    private static final int PART = 100;

    private final PairLinks links;
    private final Staff staff;
    private final Agreements agreements;
    private final StateCodec codec;

    TellingPairs(PairLinks links, Staff staff, Agreements agreements, StateCodec codec) {
        this.links = links;
        this.staff = staff;
        this.agreements = agreements;
        this.codec = codec;
    }

    /// Has the links follow the plan.
    void settle(Plan plan) {
        var agreed = plan.agreed().stream().collect(Collectors.toMap(Paired::pair, paired -> paired, (one, _) -> one));
        each(plan.partnership(), link -> {
            if (!agreed.containsKey(link.paired().pair())) {
                tell(plan.partnership(), link.paired(), PairLink::parted);
            }
        });
        agreed.values().forEach(paired -> tell(plan.partnership(), paired, link -> link.agreed(paired)));
    }

    @Override
    public void changed(PartnershipId partnership, CompanyId company) {
        each(partnership, link -> tell(partnership, link.paired(), UnaryOperator.identity()));
    }

    /// Another revision governs, or none.
    public void onPartnership(Incoming<PartnershipChanged> event) {
        var partnership = event.payload().partnership();
        each(partnership, link -> tell(partnership, link.paired(), UnaryOperator.identity()));
    }

    /// A rep changed or left.
    public void onRoster(Incoming<RosterChange> event) {
        if (event.payload() instanceof RepChanged rep) {
            var after = "";
            List<PartnershipId> part;
            do {
                part = agreements.page(rep.company(), after, PART);
                part.forEach(partnership -> links.ofRep(partnership, rep.rep())
                        .forEach(link -> tell(partnership, link.paired(), UnaryOperator.identity())));
                after = part.isEmpty() ? after : part.getLast().value();
            } while (part.size() == PART);
        }
    }

    /// By party, whether its systems hold a pair of the rep; who was never told of one is not in it.
    public Map<CompanyId, Boolean> holders(PartnershipId partnership, RepId rep) {
        var holders = new TreeMap<CompanyId, Boolean>();
        links.ofRep(partnership, rep)
                .forEach(link -> link.told()
                        .forEach((party, what) -> holders.merge(
                                new CompanyId(party), !what.equals(PairLink.WITHDRAWN), Boolean::logicalOr)));
        return holders;
    }

    private void each(PartnershipId partnership, java.util.function.Consumer<PairLink> then) {
        var after = "";
        List<Versioned<PairLink>> part;
        do {
            part = links.standing(partnership, after, PART);
            part.forEach(found -> then.accept(found.state()));
            after = part.isEmpty() ? after : part.getLast().id();
        } while (part.size() == PART);
    }

    /// Whether an agreement governs is read within the decision: else a walk that took the pair back meanwhile
    /// would be overwritten.
    void tell(PartnershipId partnership, Paired paired, UnaryOperator<PairLink> step) {
        links.change(partnership, paired.pair(), current -> {
            var governed = agreements
                    .of(partnership)
                    .flatMap(PartnershipChanged::inForce)
                    .isPresent();
            var was = current.map(Versioned::state).orElseGet(() -> new PairLink(partnership, paired, false, Map.of()));
            var now = step.apply(was);
            var events = new ArrayList<Outgoing>();
            for (var party : List.of(paired.one().company(), paired.other().company())) {
                var record = governed ? record(now, party) : Optional.<CrmOut>empty();
                var what = record.map(this::hash).orElse(PairLink.WITHDRAWN);
                if (!what.equals(now.told().getOrDefault(party.value(), PairLink.WITHDRAWN))) {
                    now = now.told(party, what);
                    events.add(Outgoing.to(
                            Topics.crmOut(party), key(now, party), record.orElse(withdrawn(now, party, governed))));
                }
            }
            return current.isPresent() && now.equals(was) ? Change.none() : Change.to(now, events);
        });
    }

    private String hash(CrmOut record) {
        return Hash.hex(new String(codec.toJson(record), StandardCharsets.UTF_8));
    }

    /// Empty where the party is to hold nothing of the pair.
    private Optional<CrmOut> record(PairLink link, CompanyId viewer) {
        var own = link.of(viewer);
        var partner = link.besides(viewer);
        if (!link.agreed() || !staff.isActive(partner.company(), partner.rep())) {
            return Optional.empty();
        }
        var view = new View(link.partnership(), partner.company(), viewer);
        var shown = staff.fields(view, partner.rep());
        return staff.user(viewer, own.rep())
                .map((CrmId user) -> new CrmOut.PairAgreed(
                        link.partnership(),
                        own.rep(),
                        user,
                        partner.company(),
                        partner.rep(),
                        shown,
                        link.paired().evidence().because(shown.keySet())));
    }

    private static CrmOut withdrawn(PairLink link, CompanyId viewer, boolean governed) {
        var reason = governed
                ? new Reason("NOT_COUNTERPARTS", "They are no longer counterparts.")
                : new Reason("NO_AGREEMENT", "No agreement is in force any more.");
        return new CrmOut.Withdrawn(key(link, viewer), reason, link.partnership());
    }

    private static String key(PairLink link, CompanyId viewer) {
        return "pair/" + link.partnership() + "/" + link.of(viewer).rep() + "/"
                + link.besides(viewer).rep();
    }
}
