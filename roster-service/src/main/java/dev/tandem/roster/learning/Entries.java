package dev.tandem.roster.learning;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.CompanyId;
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

/// The playbooks' entries, one document each. All lie under one tenant, so that those not settled are found; whose one
/// is, its partnership says.
@Component
final class Entries {
    private final Aggregates<Entry> entries;

    Entries(Stores stores) {
        this.entries = stores.aggregates("playbook_entries", Entry.class)
                .indexed("state.unsettled", "_id")
                .indexed("state.partnership", "_id")
                .indexed("state.author", "_id");
    }

    Optional<Entry> find(PartnershipId partnership, String id) {
        return entries.find(Tenant.PLATFORM, id)
                .map(Versioned::state)
                .filter(found -> found.partnership().equals(partnership));
    }

    Entry change(PartnershipId partnership, String id, Cause cause, Decision<Entry> step) {
        var outcome = entries.change(Tenant.PLATFORM, id, cause, step);
        var now =
                Objects.requireNonNull(outcome.now(), "what is changed exists").state();
        if (!now.partnership().equals(partnership)) {
            throw new IllegalStateException("an entry stays in its partnership");
        }
        return now;
    }

    /// By id, after `after`.
    List<Entry> page(PartnershipId partnership, String after, int limit) {
        return states(
                where("state.partnership").is(partnership.value()).and("_id").gt(after), limit);
    }

    List<Entry> by(CompanyId company, RepId author, int limit) {
        var criteria =
                where("state.author").is(author.value()).and("state.owner").is(company.value());
        return states(criteria, limit);
    }

    /// Those of which systems are still to be told.
    List<Entry> unsettled(Tenant platform, int limit) {
        return entries.find(platform, where("state.unsettled").is(true), limit).stream()
                .map(Versioned::state)
                .toList();
    }

    private List<Entry> states(Criteria criteria, int limit) {
        return entries.find(Tenant.PLATFORM, criteria, limit).stream()
                .map(Versioned::state)
                .toList();
    }
}
