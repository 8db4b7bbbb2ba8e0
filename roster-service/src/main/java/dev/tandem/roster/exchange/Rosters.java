package dev.tandem.roster.exchange;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Hash;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// The rosters, one document per partnership and company. All lie under one tenant, so that those not settled are
/// found; whose one is, its own fields say.
@Component
final class Rosters {
    private final Aggregates<Roster> rosters;

    Rosters(Stores stores) {
        this.rosters = stores.aggregates("rosters", Roster.class).indexed("state.unsettled");
    }

    Optional<Roster> find(PartnershipId partnership, CompanyId company) {
        return rosters.find(Tenant.PLATFORM, id(partnership, company)).map(Versioned::state);
    }

    Outcome<Roster> change(PartnershipId partnership, CompanyId company, Cause cause, UnaryOperator<Roster> step) {
        return rosters.change(
                Tenant.PLATFORM,
                id(partnership, company),
                cause,
                current -> Change.to(
                        step.apply(current.map(Versioned::state).orElseGet(() -> Roster.none(partnership, company)))));
    }

    /// Those of which somebody is still to be told.
    List<Versioned<Roster>> unsettled(Tenant platform, int limit) {
        return rosters.find(platform, where("state.unsettled").is(true), limit);
    }

    /// Unless it changed in the meantime.
    void settled(PartnershipId partnership, CompanyId company, long version) {
        rosters.change(
                Tenant.PLATFORM,
                id(partnership, company),
                Cause.GIVEN,
                current -> current.filter(now -> now.version() == version)
                        .map(now -> Change.to(now.state().told()))
                        .orElseGet(Change::none));
    }

    private static String id(PartnershipId partnership, CompanyId company) {
        return Hash.id(partnership.value(), company.value());
    }
}
