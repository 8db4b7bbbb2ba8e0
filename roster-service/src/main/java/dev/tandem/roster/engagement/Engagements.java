package dev.tandem.roster.engagement;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Decision;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// The parties' records of engagements, one document each.
@Component
final class Engagements {
    private static final int PARTIES_MAX = 100;
    private static final Comparator<PartyRecord> OPENER_FIRST = Comparator.comparing(
                    (PartyRecord record) -> !record.opened())
            .thenComparing(record -> record.party().value());

    private final Aggregates<PartyRecord> records;

    Engagements(Stores stores) {
        this.records = stores.aggregates("engagement_records", PartyRecord.class)
                .indexed("state.engagement", "_id")
                .indexed("state.opened", "_id");
    }

    /// Of the party that opened it.
    Optional<PartyRecord> find(PartnershipId partnership, String engagement) {
        return records.find(Tenant.of(partnership), engagement)
                .map(Versioned::state)
                .filter(record -> record.opened());
    }

    /// Of all parties that take part, who opened it first.
    List<PartyRecord> of(PartnershipId partnership, String engagement) {
        var all = states(partnership, where("state.engagement").is(engagement), PARTIES_MAX);
        return all.stream().sorted(OPENER_FIRST).toList();
    }

    /// Those that opened one, by the engagement's id, after `after`.
    List<PartyRecord> page(PartnershipId partnership, String after, int limit) {
        return states(partnership, where("state.opened").is(true).and("_id").gt(after), limit);
    }

    PartyRecord change(PartnershipId partnership, String id, Cause cause, Decision<PartyRecord> step) {
        var outcome = records.change(Tenant.of(partnership), id, cause, step);
        return Objects.requireNonNull(outcome.now(), "what is changed exists").state();
    }

    private List<PartyRecord> states(PartnershipId partnership, Criteria criteria, int limit) {
        return records.find(Tenant.of(partnership), criteria, limit).stream()
                .map(Versioned::state)
                .toList();
    }
}
