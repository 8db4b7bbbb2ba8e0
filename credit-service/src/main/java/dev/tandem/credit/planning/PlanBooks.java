package dev.tandem.credit.planning;

import dev.tandem.contracts.CompanyId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Decision;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import org.springframework.stereotype.Repository;

/// Each company's book of plans and rates, a document of its own.
@Repository
class PlanBooks {
    private final Aggregates<PlanBook> books;

    PlanBooks(Stores stores) {
        this.books = stores.aggregates("plans", PlanBook.class);
    }

    PlanBook of(CompanyId company) {
        return books.find(Tenant.of(company), company.value())
                .map(Versioned::state)
                .orElse(PlanBook.EMPTY);
    }

    Outcome<PlanBook> change(CompanyId company, Cause cause, Decision<PlanBook> decision) {
        return books.change(Tenant.of(company), company.value(), cause, decision);
    }
}
