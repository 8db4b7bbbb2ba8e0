package dev.tandem.roster.mapping;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmOut;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.roster.RosterChange.Status;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Hash;
import dev.tandem.kit.store.Outgoing;
import dev.tandem.kit.store.StateCodec;
import dev.tandem.roster.mapping.Counterparts.Sources;
import dev.tandem.roster.mapping.History.Covers;
import dev.tandem.roster.mapping.History.Wanted;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Brings a mapping up to what is known now (members, reps, the agreement in force) and tells whom it concerns what
/// became different for them, once. The same inputs again change nothing.
///
/// @param agreement the revision in force, null for none: then nothing crosses
/// @param at when the cause happened
record Refresh(StateCodec codec, Lookups lookups, @Nullable Agreement agreement, Instant at) {

    /// @param standIns who covers what nobody owns
    record Lookups(Sources sources, StandIns standIns) {}

    /// The same at another time.
    Refresh at(Instant time) {
        return new Refresh(codec, lookups, agreement, time);
    }

    Change<Mapping> of(Mapping was, Mapping aligned) {
        var events = new ArrayList<Outgoing>();
        var now = governed(aligned.assigned(assignments(aligned)));
        if (!now.assignments().equals(was.assignments())) {
            events.add(Outgoing.to(Topics.ROSTERS, "mapping/" + now.jointAccount(), now.event()));
        }
        for (var company : concerned(was, now)) {
            var told = tell(now, company);
            if (!Objects.equals(told.what(), now.told().get(company.value()))) {
                now = now.told(company, Objects.requireNonNull(told.what()));
                events.add(Outgoing.to(Topics.crmOut(company), "counterparts/" + now.jointAccount(), told.record()));
            }
        }
        return now.equals(was) ? Change.none() : Change.to(now, events);
    }

    private Mapping governed(Mapping mapping) {
        return mapping.governed(agreement == null ? 0 : agreement.number());
    }

    private List<dev.tandem.contracts.roster.RosterChange.Assignment> assignments(Mapping aligned) {
        var owning = owning(aligned);
        return new History(aligned.assignments())
                .next(new Wanted(owning, standingIn(aligned, owning)), at, this::ending)
                .assignments();
    }

    private Set<Covers> owning(Mapping aligned) {
        return aligned.members().stream()
                .filter(member -> member.owner() != null)
                .map(member -> new Covers(member.account().company(), Objects.requireNonNull(member.owner())))
                .filter(this::isThere)
                .collect(Collectors.toSet());
    }

    /// Where an owner of one side has a counterpart at a side that nobody owns, that one covers it.
    private Set<Covers> standingIn(Mapping aligned, Set<Covers> owning) {
        var covered = owning.stream().map(Covers::company).collect(Collectors.toSet());
        var standingIn = new TreeSet<>(History.BY_COMPANY);
        for (var member : aligned.members()) {
            var company = member.account().company();
            if (covered.add(company)) {
                owning.stream()
                        .sorted(History.BY_COMPANY)
                        .flatMap(owner -> lookups.standIns().of(aligned.partnership(), owner.rep(), company).stream())
                        .map(rep -> new Covers(company, rep))
                        .filter(this::isThere)
                        .findFirst()
                        .ifPresent(standingIn::add);
            }
        }
        return standingIn;
    }

    private boolean isThere(Covers covers) {
        return lookups.sources()
                .people()
                .find(covers.company(), covers.rep())
                .filter(known -> known.rep().status() == Status.ACTIVE)
                .isPresent();
    }

    private Instant ending(Covers covers) {
        return lookups.sources()
                .people()
                .find(covers.company(), covers.rep())
                .flatMap(known -> Optional.ofNullable(known.leftAt()))
                .orElse(at);
    }

    private static Set<CompanyId> concerned(Mapping was, Mapping now) {
        var companies = new TreeSet<CompanyId>();
        was.told().keySet().forEach(company -> companies.add(new CompanyId(company)));
        now.members().forEach(member -> companies.add(member.account().company()));
        return companies;
    }

    /// @param what stands for the record in `Mapping.told`; null when nothing was sent and nothing is to be
    private record Told(@Nullable String what, CrmOut record) {}

    private Told tell(Mapping mapping, CompanyId company) {
        var seen = agreement == null
                ? Optional.<Counterparts.Seen>empty()
                : new Counterparts(mapping, agreement.sharing(), lookups.sources()).to(company);
        return seen.map(shown -> mapped(mapping, shown)).orElseGet(() -> withdrawn(mapping, company));
    }

    private Told mapped(Mapping mapping, Counterparts.Seen seen) {
        var record = new CrmOut.CounterpartsMapped(
                mapping.partnership(),
                mapping.jointAccount(),
                seen.ownAccounts().getFirst(),
                seen.counterparts());
        return new Told(Hash.hex(new String(codec.toJson(record), StandardCharsets.UTF_8)), record);
    }

    private Told withdrawn(Mapping mapping, CompanyId company) {
        var sent = mapping.told().containsKey(company.value());
        return new Told(
                sent ? Mapping.WITHDRAWN : null,
                new CrmOut.Withdrawn("counterparts/" + mapping.jointAccount(), why(mapping), mapping.partnership()));
    }

    private Reason why(Mapping mapping) {
        if (agreement == null) {
            return new Reason("NO_AGREEMENT", "No agreement is in force any more.");
        }
        return mapping.members().isEmpty()
                ? new Reason("NOT_ALIGNED", "The accounts are no longer aligned.")
                : new Reason("NOT_SHARED", "It is no longer shown under the agreement in force.");
    }
}
