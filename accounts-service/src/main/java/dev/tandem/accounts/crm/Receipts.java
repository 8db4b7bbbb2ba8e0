package dev.tandem.accounts.crm;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.tandem.accounts.crm.Receipt.Outcome;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.kit.store.StateCodec;
import dev.tandem.kit.store.Tenant;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/// One receipt per record, under the place of the record: writing it again is the same.
@Component
class Receipts {
    private static final String COLLECTION = "receipts";

    private final MongoOperations mongo;
    private final StateCodec codec;

    Receipts(MongoOperations mongo, StateCodec codec) {
        this.mongo = mongo;
        this.codec = codec;
        for (var field : List.of("_id", "state.objectId", "state.outcome", "state.waitsFor")) {
            mongo.indexOps(COLLECTION)
                    .createIndex(new Index("tenant", Sort.Direction.ASC).on(field, Sort.Direction.ASC));
        }
    }

    void put(CompanyId company, Receipt receipt) {
        mongo.upsert(byId(company, receipt), update(company, receipt), COLLECTION);
    }

    void putAll(CompanyId company, List<Receipt> receipts) {
        if (!receipts.isEmpty()) {
            var bulk = mongo.bulkOps(BulkMode.UNORDERED, COLLECTION);
            receipts.forEach(receipt -> bulk.upsert(byId(company, receipt), update(company, receipt)));
            bulk.execute();
        }
    }

    private static Query byId(CompanyId company, Receipt receipt) {
        return query(where("_id").is(id(company, receipt.id())));
    }

    private Update update(CompanyId company, Receipt receipt) {
        return new Update().set("tenant", tenant(company)).set("state", codec.toBson(receipt));
    }

    /// Ends the waiting for `reference`; a receipt that waits for nothing more says that its record is applied.
    void resolve(CompanyId company, String reference) {
        resolve(company, List.of(reference));
    }

    void resolve(CompanyId company, List<String> references) {
        if (references.isEmpty()) {
            return;
        }
        var waiting = where("tenant").is(tenant(company)).and("state.waitsFor").in(references);
        mongo.find(query(waiting), Document.class, COLLECTION).forEach(document -> {
            var was = codec.fromBson(document.get("state", Document.class), Receipt.class);
            put(company, without(was, references));
        });
    }

    private static Receipt without(Receipt was, List<String> references) {
        var rest = was.waitsFor().stream()
                .filter(awaited -> !references.contains(awaited))
                .toList();
        return rest.isEmpty()
                ? new Receipt(
                        was.id(),
                        was.objectType(),
                        was.objectId(),
                        was.receivedAt(),
                        Outcome.APPLIED,
                        List.of(),
                        List.of())
                : new Receipt(
                        was.id(),
                        was.objectType(),
                        was.objectId(),
                        was.receivedAt(),
                        was.outcome(),
                        was.findings(),
                        rest);
    }

    /// Which receipts are asked for; null for any.
    record Filter(@Nullable CrmId objectId, @Nullable Outcome outcome) {
        static final Filter ALL = new Filter(null, null);

        private Criteria of(Criteria tenant) {
            var ofObject =
                    objectId == null ? tenant : tenant.and("state.objectId").is(objectId.value());
            return outcome == null ? ofObject : ofObject.and("state.outcome").is(outcome.name());
        }
    }

    /// By id, after the id given (empty for the first).
    List<Receipt> page(CompanyId company, Filter filter, String afterId, int limit) {
        var all = filter.of(where("tenant").is(tenant(company)));
        var rest = afterId.isEmpty() ? all : all.and("_id").gt(id(company, afterId));
        return mongo.find(query(rest).with(Sort.by("_id")).limit(limit), Document.class, COLLECTION).stream()
                .map(document -> codec.fromBson(document.get("state", Document.class), Receipt.class))
                .toList();
    }

    /// Places are unique per company only, since a company's file may have any name.
    private static String id(CompanyId company, String place) {
        return company + "/" + place;
    }

    private static String tenant(CompanyId company) {
        return Tenant.of(company).value();
    }
}
