package dev.tandem.roster.partnership;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Topics;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Outgoing;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import dev.tandem.kit.web.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// The partnerships, one document each. All lie under one tenant, so that one unique index spans the open invitations;
/// whose a partnership is, its parties say, and every read for a company asks them.
@Component
final class Partnerships {
    private final Aggregates<Partnership> partnerships;

    Partnerships(Stores stores) {
        this.partnerships = stores.aggregates("partnerships", Partnership.class)
                .unique("state.openInvitation")
                .indexed("state.parties");
    }

    Optional<Versioned<Partnership>> find(PartnershipId partnership) {
        return partnerships.find(Tenant.PLATFORM, partnership.value());
    }

    /// As `find`, for a party only.
    Optional<Versioned<Partnership>> find(CompanyId party, PartnershipId partnership) {
        return find(partnership).filter(found -> found.state().isParty(party));
    }

    /// A party's, by id, after `after`.
    List<Versioned<Partnership>> page(CompanyId party, String after, int limit) {
        var criteria = where("state.parties").is(party.value()).and("_id").gt(after);
        return partnerships.find(Tenant.PLATFORM, criteria, limit);
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
                current -> changed(step.apply(current.orElseThrow(Problem::notFound))));
    }

    private static Change<Partnership> changed(Partnership state) {
        return Change.to(state, Outgoing.to(Topics.PARTNERSHIPS, state.id().value(), state.event()));
    }
}
