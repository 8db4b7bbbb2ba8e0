package dev.tandem.roster.recognition;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Decision;
import dev.tandem.kit.store.Hash;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// The awards, one document per partnership and period, so that a period has one. All lie under one tenant, so that
/// those not settled are found.
@Component
final class Awards {
    private final Aggregates<Award> awards;

    Awards(Stores stores) {
        this.awards = stores.aggregates("awards", Award.class)
                .indexed("state.unsettled", "_id")
                .indexed("state.partnership", "_id");
    }

    Optional<Award> find(PartnershipId partnership, YearMonth period) {
        return awards.find(Tenant.PLATFORM, id(partnership, period)).map(Versioned::state);
    }

    Award change(PartnershipId partnership, YearMonth period, Cause cause, Decision<Award> step) {
        var outcome = awards.change(Tenant.PLATFORM, id(partnership, period), cause, step);
        return Objects.requireNonNull(outcome.now(), "what is changed exists").state();
    }

    List<Versioned<Award>> page(PartnershipId partnership, String after, int limit) {
        var criteria =
                where("state.partnership").is(partnership.value()).and("_id").gt(after);
        return awards.find(Tenant.PLATFORM, criteria, limit);
    }

    /// Those of which systems are still to be told.
    List<Award> unsettled(Tenant platform, int limit) {
        return states(platform, where("state.unsettled").is(true), limit);
    }

    private List<Award> states(Tenant platform, Criteria criteria, int limit) {
        return awards.find(platform, criteria, limit).stream()
                .map(Versioned::state)
                .toList();
    }

    private static String id(PartnershipId partnership, YearMonth period) {
        return Hash.id(partnership.value(), period.toString());
    }
}
