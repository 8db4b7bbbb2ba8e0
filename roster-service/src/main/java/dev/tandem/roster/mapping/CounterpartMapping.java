package dev.tandem.roster.mapping;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.alignment.JointAccountChanged;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.roster.RosterChange;
import dev.tandem.contracts.roster.RosterChange.CounterpartsChanged;
import dev.tandem.contracts.roster.RosterChange.RepChanged;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Caused;
import dev.tandem.kit.store.StateCodec;
import dev.tandem.kit.store.Versioned;
import dev.tandem.roster.exchange.OfferedReps;
import dev.tandem.roster.exchange.RosterListener;
import dev.tandem.roster.mapping.Counterparts.Sources;
import dev.tandem.roster.mapping.Mappings.Range;
import dev.tandem.roster.mapping.Refresh.Lookups;
import dev.tandem.roster.partnership.Agreements;
import dev.tandem.roster.rep.RepDirectory;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// Keeps every mapping up to date with what it rests on. What concerns many mappings is walked in parts, each mapping
/// in a write of its own: if the walk is broken off, the event comes again and what was done is recognised.
@Component
public final class CounterpartMapping implements RosterListener {
    private static final int PART = 100;

    private final Mappings mappings;
    private final Agreements agreements;
    private final RepDirectory reps;
    private final OfferedReps offers;
    private final StandIns standIns;
    private final Gates gates;
    private final StateCodec codec;
    private final Clock clock;

    CounterpartMapping(
            Mappings mappings,
            Agreements agreements,
            RepDirectory reps,
            OfferedReps offers,
            StandIns standIns,
            Gates gates,
            StateCodec codec,
            Clock clock) {
        this.mappings = mappings;
        this.agreements = agreements;
        this.reps = reps;
        this.offers = offers;
        this.standIns = standIns;
        this.gates = gates;
        this.codec = codec;
        this.clock = clock;
    }

    /// The accounts of joint accounts, or their owners, changed; of what is said of one, which is all of it each
    /// time, the last counts.
    public void onAlignments(List<Incoming<JointAccountChanged>> events) {
        var last = new LinkedHashMap<PartnershipId, Map<JointAccountId, Incoming<JointAccountChanged>>>();
        events.forEach(event -> last.computeIfAbsent(event.payload().partnership(), _ -> new LinkedHashMap<>())
                .put(event.payload().jointAccount(), event));
        last.forEach(this::align);
    }

    private void align(PartnershipId partnership, Map<JointAccountId, Incoming<JointAccountChanged>> last) {
        var at = last.values().stream().map(Incoming::time).max(Comparator.naturalOrder());
        var refresh = refresh(partnership, at.orElseThrow());
        var decisions = new LinkedHashMap<JointAccountId, Caused<Mapping>>();
        last.forEach((id, event) -> decisions.put(id, new Caused<>(event.cause(), current -> {
            var joint = event.payload();
            var was = current.map(Versioned::state).orElseGet(() -> Mapping.of(id, partnership));
            return refresh.at(event.time()).of(was, was.with(joint.members()).in(joint.book()));
        })));
        mappings.changeEach(partnership, decisions);
        settle(partnership, last.keySet(), at.orElseThrow());
    }

    /// A rep came, changed, or left.
    public void onRoster(Incoming<RosterChange> event) {
        switch (event.payload()) {
            case RepChanged rep -> onRep(rep, event.time());
            case CounterpartsChanged _ -> {
                // What this feature says itself.
            }
        }
    }

    private void onRep(RepChanged rep, Instant at) {
        var after = "";
        List<PartnershipId> part;
        do {
            part = agreements.page(rep.company(), after, PART);
            part.forEach(partnership -> changed(partnership, rep.rep(), at));
            after = part.isEmpty() ? after : part.getLast().value();
        } while (part.size() == PART);
    }

    /// Also what the rep never worked and may cover now for the other side's owner.
    private void changed(PartnershipId partnership, RepId rep, Instant at) {
        settle(partnership, at, range -> mappings.ownedBy(partnership, rep, range));
        settle(partnership, at, range -> mappings.workedBy(partnership, rep, range));
        standIns.owners(partnership, rep)
                .forEach(owner -> settle(partnership, at, range -> mappings.ownedBy(partnership, owner, range)));
    }

    private void settle(PartnershipId partnership, Instant at, Function<Range, List<Mapping>> read) {
        var after = "";
        List<Mapping> part;
        do {
            part = read.apply(new Range(after, PART));
            part.forEach(mapping -> settle(partnership, mapping.jointAccount(), at));
            after = part.isEmpty() ? after : part.getLast().jointAccount().value();
        } while (part.size() == PART);
    }

    /// Another revision governs, or none: those that do not know yet are walked, so a repetition finds what is left.
    public void onPartnership(Incoming<PartnershipChanged> event) {
        var partnership = event.payload().partnership();
        List<Mapping> part;
        do {
            part = mappings.notGovernedBy(partnership, governing(partnership), PART);
            part.forEach(mapping -> settle(partnership, mapping.jointAccount(), event.time()));
        } while (!part.isEmpty());
    }

    /// Something else of the company's reps may be seen, so what was sent of them is looked at again.
    @Override
    public void changed(PartnershipId partnership, CompanyId company) {
        changed(partnership);
    }

    /// Every mapping of the partnership is looked at again.
    public void changed(PartnershipId partnership) {
        settle(partnership, clock.instant(), range -> mappings.page(partnership, range.after(), range.limit()));
    }

    /// A rep proved what the agreement asks, or no longer does.
    public void changed(PartnershipId partnership, RepId rep) {
        changed(partnership, rep, clock.instant());
    }

    private int governing(PartnershipId partnership) {
        return agreements
                .of(partnership)
                .flatMap(PartnershipChanged::inForce)
                .map(Agreement::number)
                .orElse(0);
    }

    private void settle(PartnershipId partnership, JointAccountId jointAccount, Instant at) {
        settle(partnership, List.of(jointAccount), at);
    }

    /// Until there is nothing more to do: an agreement or a rep that changed between our reading and our writing may
    /// have been walked before what we wrote was there to be found.
    private void settle(PartnershipId partnership, Collection<JointAccountId> jointAccounts, Instant at) {
        var rest = jointAccounts;
        while (!rest.isEmpty()) {
            var refresh = refresh(partnership, at);
            var decisions = new LinkedHashMap<JointAccountId, Caused<Mapping>>();
            rest.forEach(id -> decisions.put(id, new Caused<>(Cause.GIVEN, current -> {
                var was = current.map(Versioned::state).orElseThrow();
                return refresh.of(was, was);
            })));
            rest = mappings.changeEach(partnership, decisions);
        }
    }

    /// By what holds now, not by what the event says: events of several topics may arrive in any order.
    private Refresh refresh(PartnershipId partnership, Instant at) {
        var inForce = agreements.of(partnership).flatMap(PartnershipChanged::inForce);
        var sources = new Sources(reps::find, offers::of, gates.of(partnership));
        return new Refresh(codec, new Lookups(sources, standIns), inForce.orElse(null), at);
    }
}
