package dev.tandem.roster.recognition;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Decision;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// The recognitions, one document each, each its partnership's.
@Component
final class Recognitions {
    /// Of one partnership; further ones are refused.
    static final int OF_A_MONTH_MAX = 1_000;

    private final Aggregates<Recognition> recognitions;

    Recognitions(Stores stores) {
        this.recognitions = stores.aggregates("recognitions", Recognition.class)
                .indexed("state.month", "_id")
                .indexed("state.awaited", "_id")
                .indexed("state.to.rep", "_id");
    }

    Optional<Recognition> find(PartnershipId partnership, String id) {
        return recognitions.find(Tenant.of(partnership), id).map(Versioned::state);
    }

    Recognition change(PartnershipId partnership, String id, Cause cause, Decision<Recognition> step) {
        var outcome = recognitions.change(Tenant.of(partnership), id, cause, step);
        return Objects.requireNonNull(outcome.now(), "what is changed exists").state();
    }

    List<Recognition> ofMonth(PartnershipId partnership, YearMonth month) {
        return states(partnership, where("state.month").is(month.toString()), OF_A_MONTH_MAX);
    }

    List<Recognition> awaited(PartnershipId partnership, int limit) {
        return states(partnership, where("state.awaited").is(true), limit);
    }

    /// Of the one rep who was recognised.
    List<Recognition> of(PartnershipId partnership, RepId rep, String after, int limit) {
        return states(
                partnership, where("state.to.rep").is(rep.value()).and("_id").gt(after), limit);
    }

    private List<Recognition> states(PartnershipId partnership, Criteria criteria, int limit) {
        return recognitions.find(Tenant.of(partnership), criteria, limit).stream()
                .map(Versioned::state)
                .toList();
    }
}
