package dev.tandem.roster.goal;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Decision;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The team goals, one document each, each its partnership's.
@Component
final class TeamGoals {
    private final Aggregates<TeamGoal> goals;

    TeamGoals(Stores stores) {
        this.goals = stores.aggregates("team_goals", TeamGoal.class);
    }

    Optional<TeamGoal> find(PartnershipId partnership, String id) {
        return goals.find(Tenant.of(partnership), id).map(Versioned::state);
    }

    TeamGoal change(PartnershipId partnership, String id, Cause cause, Decision<TeamGoal> step) {
        var outcome = goals.change(Tenant.of(partnership), id, cause, step);
        return Objects.requireNonNull(outcome.now(), "what is changed exists").state();
    }

    /// By id, after `after`.
    List<TeamGoal> page(PartnershipId partnership, String after, int limit) {
        return goals.find(Tenant.of(partnership), where("_id").gt(after), limit).stream()
                .map(Versioned::state)
                .toList();
    }
}
