package dev.tandem.roster.rep;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The receipts of every company's records, one document each, seen by that company alone.
@Component
final class Receipts implements ForgettingUser {
    private static final int PART = 200;

    private final Aggregates<Receipt> receipts;

    Receipts(Stores stores) {
        this.receipts = stores.aggregates("receipts", Receipt.class).indexed("state.objectId", "_id");
    }

    /// Of which records a page is wanted; null means any.
    record Filter(@Nullable String objectId, Receipt.@Nullable Outcome outcome, String after) {}

    /// Writes the receipt, or what became of the record since, such as by a redrive.
    void note(CompanyId company, Receipt receipt) {
        receipts.change(
                Tenant.of(company),
                receipt.id(),
                Cause.GIVEN,
                current -> current.map(Versioned::state).filter(receipt::equals).isPresent()
                        ? Change.none()
                        : Change.to(receipt));
    }

    /// Takes the user's id out of all receipts, and the ids of the records, which the CRM made and may hold it.
    @Override
    public void forget(CompanyId company, CrmId user, CrmId mark) {
        List<Versioned<Receipt>> part;
        do {
            part = receipts.find(Tenant.of(company), where("state.objectId").is(user.value()), PART);
            part.forEach(found -> receipts.change(
                    Tenant.of(company),
                    found.id(),
                    Cause.GIVEN,
                    current -> Change.to(current.orElseThrow().state().of(mark))));
        } while (part.size() == PART);
    }

    List<Receipt> page(CompanyId company, Filter filter, int limit) {
        var criteria = where("_id").gt(filter.after());
        if (filter.objectId() != null) {
            criteria = criteria.and("state.objectId").is(filter.objectId());
        }
        if (filter.outcome() != null) {
            criteria = criteria.and("state.outcome").is(filter.outcome().name());
        }
        return receipts.find(Tenant.of(company), criteria, limit).stream()
                .map(Versioned::state)
                .toList();
    }
}
