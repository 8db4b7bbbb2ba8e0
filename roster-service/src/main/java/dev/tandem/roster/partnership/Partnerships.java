package dev.tandem.roster.partnership;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.partnership.PartnershipChanged.Status;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Outgoing;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import dev.tandem.kit.web.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// The partnerships, one document each. All lie under one tenant, so that one unique index spans the open invitations;
/// whose a partnership is, its parties say, and every read for a company asks them.
@Component
final class Partnerships {
    /// Every change of an account is told to each of them in one write, which holds no more.
    static final int OF_COMPANY_MAX = 32;

    private final Aggregates<Partnership> partnerships;
    private final Clock clock;

    Partnerships(Stores stores, Clock clock) {
        this.partnerships = stores.aggregates("partnerships", Partnership.class)
                .unique("state.openInvitation")
                .indexed("state.parties")
                .indexed("state.dueSecond");
        this.clock = clock;
    }

    /// As it is now, also where what became due is not written yet; so is every read.
    Optional<Versioned<Partnership>> find(PartnershipId partnership) {
        return partnerships.find(Tenant.PLATFORM, partnership.value()).map(this::now);
    }

    private Versioned<Partnership> now(Versioned<Partnership> found) {
        return new Versioned<>(found.id(), found.version(), found.state().at(clock.instant()));
    }

    /// As `find`, for a party only.
    Optional<Versioned<Partnership>> find(CompanyId party, PartnershipId partnership) {
        return find(partnership).filter(found -> found.state().isParty(party));
    }

    /// A party's, by id, after `after`.
    List<Versioned<Partnership>> page(CompanyId party, String after, int limit) {
        var criteria = where("state.parties").is(party.value()).and("_id").gt(after);
        return partnerships.find(Tenant.PLATFORM, criteria, limit).stream()
                .map(this::now)
                .toList();
    }

    /// Whether the company takes part in so many already that it cannot join another.
    boolean isFull(CompanyId party) {
        var active = where("state.parties")
                .is(party.value())
                .and("state.status")
                .in(Status.ACTIVE.name(), Status.SUSPENDED.name());
        return partnerships.count(Tenant.PLATFORM, active) >= OF_COMPANY_MAX;
    }

    /// @throws dev.tandem.kit.store.StoreRefusal.Taken when the same companies have an open invitation
    Outcome<Partnership> invite(PartnershipId id, Cause cause, Partnership invited) {
        return partnerships.change(
                Tenant.PLATFORM, id.value(), cause, current -> current.isPresent() ? Change.none() : changed(invited));
    }

    /// Moves a partnership that exists.
    Outcome<Partnership> move(PartnershipId id, Cause cause, Function<Versioned<Partnership>, Partnership> step) {
        return partnerships.change(
                Tenant.PLATFORM,
                id.value(),
                cause,
                current -> changed(step.apply(current.map(this::now).orElseThrow(Problem::notFound))));
    }

    /// Those that have ended by themselves, of which nobody has been told yet.
    List<PartnershipId> overdue(Tenant platform, int limit) {
        var due = where("state.dueSecond").lte(clock.instant().getEpochSecond());
        return partnerships.find(platform, due, limit).stream()
                .map(found -> found.state().id())
                .toList();
    }

    /// Writes that it has ended by itself, if it has.
    void settle(PartnershipId id) {
        partnerships.change(Tenant.PLATFORM, id.value(), Cause.GIVEN, current -> {
            var was = current.orElseThrow(Problem::notFound).state();
            var now = was.at(clock.instant());
            return now.equals(was) ? Change.none() : changed(now);
        });
    }

    private static Change<Partnership> changed(Partnership state) {
        return Change.to(state, Outgoing.to(Topics.PARTNERSHIPS, state.id().value(), state.event()));
    }
}
