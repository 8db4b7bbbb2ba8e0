package dev.tandem.roster.learning;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Decision;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// The questions, one document each, each its partnership's.
@Component
final class Questions {
    private final Aggregates<Question> questions;

    Questions(Stores stores) {
        this.questions = stores.aggregates("questions", Question.class)
                .indexed("state.open", "_id")
                .indexed("state.writers", "_id");
    }

    Optional<Question> find(PartnershipId partnership, String id) {
        return questions.find(Tenant.of(partnership), id).map(Versioned::state);
    }

    Question change(PartnershipId partnership, String id, Cause cause, Decision<Question> step) {
        var outcome = questions.change(Tenant.of(partnership), id, cause, step);
        return Objects.requireNonNull(outcome.now(), "what is changed exists").state();
    }

    /// By id, after `after`.
    List<Question> page(PartnershipId partnership, String after, int limit) {
        return states(partnership, where("_id").gt(after), limit);
    }

    List<Question> open(PartnershipId partnership, int limit) {
        return states(partnership, where("state.open").is(true), limit);
    }

    /// In which the rep wrote, and something of it is left.
    List<Question> writtenBy(PartnershipId partnership, RepId rep, String after, int limit) {
        return states(
                partnership, where("state.writers").is(rep.value()).and("_id").gt(after), limit);
    }

    private List<Question> states(PartnershipId partnership, Criteria criteria, int limit) {
        return questions.find(Tenant.of(partnership), criteria, limit).stream()
                .map(Versioned::state)
                .toList();
    }
}
