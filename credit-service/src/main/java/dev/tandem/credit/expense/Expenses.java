package dev.tandem.credit.expense;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Decision;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

/// The expenses of each partnership, drafts included: who asks looks at who may see them.
@Repository
class Expenses {
    private final Aggregates<Expense> expenses;

    Expenses(Stores stores) {
        this.expenses = stores.aggregates("expenses", Expense.class);
    }

    Optional<Versioned<Expense>> find(PartnershipId partnership, String id) {
        return expenses.find(Tenant.of(partnership), id);
    }

    /// What the reader may see: all that was submitted, and own drafts. By id, after `afterId` (empty for the first
    /// page).
    List<Versioned<Expense>> page(PartnershipId partnership, CompanyId reader, String afterId, int limit) {
        var visible = new Criteria()
                .orOperator(
                        where("state.submitted").is(true),
                        where("state.said.payer").is(reader.value()));
        return expenses.find(Tenant.of(partnership), visible.and("_id").gt(afterId), limit);
    }

    /// Drafts too.
    void each(PartnershipId partnership, Consumer<Versioned<Expense>> use) {
        try (var all = expenses.stream(Tenant.of(partnership), where("_id").gt(""))) {
            all.forEachOrdered(use);
        }
    }

    Outcome<Expense> change(PartnershipId partnership, String id, Cause cause, Decision<Expense> decision) {
        return expenses.change(Tenant.of(partnership), id, cause, decision);
    }
}
