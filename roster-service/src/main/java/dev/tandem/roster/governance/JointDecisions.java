package dev.tandem.roster.governance;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Decision;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// The joint decisions, one document each, each its partnership's. None is ever deleted: they are the record.
@Component
final class JointDecisions {
    private final Aggregates<JointDecision> decisions;

    JointDecisions(Stores stores) {
        this.decisions = stores.aggregates("joint_decisions", JointDecision.class)
                .indexed("state.undecided", "state.lastSecond");
    }

    Optional<JointDecision> find(PartnershipId partnership, String id) {
        return decisions.find(Tenant.of(partnership), id).map(Versioned::state);
    }

    JointDecision change(PartnershipId partnership, String id, Cause cause, Decision<JointDecision> step) {
        var outcome = decisions.change(Tenant.of(partnership), id, cause, step);
        return Objects.requireNonNull(outcome.now(), "what is changed exists").state();
    }

    /// By id, after `after`.
    List<JointDecision> page(PartnershipId partnership, String after, int limit) {
        return states(partnership, where("_id").gt(after), limit);
    }

    /// Those that not every party has spoken to, and none against, and whose default does not hold yet.
    List<JointDecision> undecided(PartnershipId partnership, Instant now, int limit) {
        var criteria = where("state.undecided").is(true).and("state.lastSecond");
        return states(partnership, criteria.gte(now.getEpochSecond()), limit);
    }

    private List<JointDecision> states(PartnershipId partnership, Criteria criteria, int limit) {
        return decisions.find(Tenant.of(partnership), criteria, limit).stream()
                .map(Versioned::state)
                .toList();
    }
}
