package dev.tandem.roster.erasure;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What is to be cleared from topics, one document per erased person, by the mark that stands for the user.
@Component
final class Clearings {
    private final Aggregates<Clearing> clearings;

    Clearings(Stores stores) {
        this.clearings = stores.aggregates("topic_clearings", Clearing.class).indexed("state.dueMs", "_id");
    }

    void begin(CompanyId company, CrmId mark, Clearing clearing) {
        clearings.change(Tenant.of(company), mark.value(), Cause.GIVEN, _ -> Change.to(clearing));
    }

    Optional<Clearing> find(CompanyId company, CrmId mark) {
        return clearings.find(Tenant.of(company), mark.value()).map(Versioned::state);
    }

    List<Versioned<Clearing>> due(CompanyId company, Instant now, int limit) {
        return clearings.find(Tenant.of(company), where("state.dueMs").gt(0).lte(now.toEpochMilli()), limit);
    }

    /// What began anew meanwhile stays as it is.
    void done(CompanyId company, Versioned<Clearing> was, Clearing now) {
        clearings.change(
                Tenant.of(company),
                was.id(),
                Cause.GIVEN,
                current -> current.filter(found -> found.version() == was.version())
                        .map(_ -> Change.to(now))
                        .orElseGet(Change::none));
    }
}
