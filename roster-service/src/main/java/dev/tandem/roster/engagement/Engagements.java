package dev.tandem.roster.engagement;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Decision;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// The parties' records of engagements, one document each. All lie under one tenant, so that those not settled are
/// found; whose one is, its party and its partnership say.
@Component
final class Engagements {
    private static final int PARTIES_MAX = 100;
    private static final Comparator<PartyRecord> OPENER_FIRST = Comparator.comparing(
                    (PartyRecord record) -> !record.opened())
            .thenComparing(record -> record.party().value());

    private final Aggregates<PartyRecord> records;

    Engagements(Stores stores) {
        this.records = stores.aggregates("engagement_records", PartyRecord.class)
                .indexed("state.unsettled", "_id")
                .indexed("state.engagement", "_id")
                .indexed("state.partnership", "_id")
                .indexed("state.jointAccount", "_id")
                .indexed("state.source.object", "_id");
    }

    /// Of the party that opened it.
    Optional<PartyRecord> find(PartnershipId partnership, String engagement) {
        return records.find(Tenant.PLATFORM, engagement)
                .map(Versioned::state)
                .filter(record -> record.opened() && record.partnership().equals(partnership));
    }

    /// Of any party, by the record's own id.
    Optional<Versioned<PartyRecord>> record(PartnershipId partnership, String id) {
        return records.find(Tenant.PLATFORM, id)
                .filter(record -> record.state().partnership().equals(partnership));
    }

    /// Of all parties that take part, who opened it first.
    List<PartyRecord> of(PartnershipId partnership, String engagement) {
        var all = states(in(partnership).and("state.engagement").is(engagement), PARTIES_MAX);
        return all.stream().sorted(OPENER_FIRST).toList();
    }

    /// Whether any party still says something of it.
    boolean stands(PartnershipId partnership, String engagement) {
        return of(partnership, engagement).stream().anyMatch(PartyRecord::stands);
    }

    /// Those that opened one, by the engagement's id, after `after`.
    List<PartyRecord> page(PartnershipId partnership, String after, int limit) {
        return states(in(partnership).and("state.opened").is(true).and("_id").gt(after), limit);
    }

    /// Of all parties, by the record's id, after `after`.
    List<PartyRecord> records(PartnershipId partnership, String after, int limit) {
        return states(in(partnership).and("_id").gt(after), limit);
    }

    /// As the above, those on one of the joint accounts, of whichever partnership.
    List<PartyRecord> on(Tenant platform, Collection<JointAccountId> accounts, String after, int limit) {
        var ids = accounts.stream().map(JointAccountId::value).toList();
        return states(platform, where("state.jointAccount").in(ids).and("_id").gt(after), limit);
    }

    /// What comes from an object of the company's CRM.
    Optional<PartyRecord> from(CompanyId company, CrmId object) {
        var criteria = where("state.source.object")
                .is(object.value())
                .and("state.party")
                .is(company.value());
        return states(criteria, 1).stream().findFirst();
    }

    /// Those of which systems are still to be told.
    List<PartyRecord> unsettled(Tenant platform, int limit) {
        return states(platform, where("state.unsettled").is(true), limit);
    }

    Outcome<PartyRecord> change(PartnershipId partnership, String id, Cause cause, Decision<PartyRecord> step) {
        return records.change(Tenant.PLATFORM, id, cause, current -> {
            if (current.filter(found -> !found.state().partnership().equals(partnership))
                    .isPresent()) {
                throw new IllegalStateException("an engagement stays in its partnership");
            }
            return step.on(current);
        });
    }

    private static Criteria in(PartnershipId partnership) {
        return where("state.partnership").is(partnership.value());
    }

    private List<PartyRecord> states(Criteria criteria, int limit) {
        return states(Tenant.PLATFORM, criteria, limit);
    }

    private List<PartyRecord> states(Tenant tenant, Criteria criteria, int limit) {
        return records.find(tenant, criteria, limit).stream()
                .map(Versioned::state)
                .toList();
    }
}
