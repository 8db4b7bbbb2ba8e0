package dev.tandem.roster.withdrawal;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Decision;
import dev.tandem.kit.store.Hash;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import dev.tandem.roster.withdrawal.SentRecord.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// What each company was sent of its partners', one document per company and key.
@Component
final class SentRecords {
    private final Aggregates<SentRecord> records;

    SentRecords(Stores stores) {
        this.records = stores.aggregates("sent_records", SentRecord.class)
                .indexed("state.partnership", "state.standing", "_id");
    }

    /// By key, in the order given.
    void changeAll(CompanyId company, Map<String, Decision<SentRecord>> decisions) {
        var byDocument = new LinkedHashMap<String, Decision<SentRecord>>();
        decisions.forEach((key, decision) -> byDocument.put(Hash.id(company.value(), key), decision));
        records.changeAll(Tenant.of(company), byDocument);
    }

    /// What was taken back from the company's systems.
    List<Versioned<SentRecord>> withdrawn(CompanyId company, PartnershipId partnership, Range range) {
        var criteria = where("state.partnership")
                .is(partnership.value())
                .and("state.standing")
                .is(false)
                .and("_id")
                .gt(range.after());
        return records.find(Tenant.of(company), criteria, range.limit());
    }

    long count(CompanyId company, PartnershipId partnership, boolean standing) {
        return records.count(Tenant.of(company), of(partnership, standing));
    }

    long count(CompanyId company, PartnershipId partnership, boolean standing, Kind kind) {
        return records.count(
                Tenant.of(company), of(partnership, standing).and("state.kind").is(kind.name()));
    }

    private static Criteria of(PartnershipId partnership, boolean standing) {
        return where("state.partnership")
                .is(partnership.value())
                .and("state.standing")
                .is(standing);
    }

    /// The next part of a list.
    record Range(String after, int limit) {}
}
