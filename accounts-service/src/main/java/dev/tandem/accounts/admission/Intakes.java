package dev.tandem.accounts.admission;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// One document per partnership and party.
@Component
class Intakes {
    private final Aggregates<Intake> aggregates;
    private final Aggregates<Waiting> waiting;

    /// That accounts wait in a partnership; on the platform's list, which is gone through every so often.
    record Waiting(PartnershipId partnership, CompanyId company, boolean open) {}

    Intakes(Stores stores) {
        aggregates = stores.aggregates("intakes", Intake.class);
        waiting = stores.aggregates("intakes_waiting", Waiting.class).indexed("state.open");
    }

    Intake find(PartnershipId partnership, CompanyId company) {
        return aggregates
                .find(Tenant.of(partnership), id(partnership, company))
                .map(Versioned::state)
                .orElseGet(() -> Intake.of(partnership, company));
    }

    Intake change(PartnershipId partnership, CompanyId company, UnaryOperator<Intake> step) {
        return change(partnership, company, Cause.GIVEN, step);
    }

    Intake change(PartnershipId partnership, CompanyId company, Cause cause, UnaryOperator<Intake> step) {
        var outcome = aggregates.change(Tenant.of(partnership), id(partnership, company), cause, current -> {
            var was = current.map(Versioned::state).orElseGet(() -> Intake.of(partnership, company));
            var next = step.apply(was);
            return next.equals(was) && current.isPresent() ? Change.none() : Change.to(next);
        });
        return Objects.requireNonNull(outcome.now(), "it was there or was written")
                .state();
    }

    void wait(Tenant platform, PartnershipId partnership, CompanyId company, boolean open) {
        waiting.change(platform, id(partnership, company), Cause.GIVEN, current -> {
            var next = new Waiting(partnership, company, open);
            var same = current.map(Versioned::state).filter(next::equals).isPresent() || (current.isEmpty() && !open);
            return same ? Change.none() : Change.to(next);
        });
    }

    /// By id, after the one given (empty for the first).
    List<Versioned<Waiting>> waiting(Tenant platform, String afterId, int limit) {
        return waiting.find(platform, where("state.open").is(true).and("_id").gt(afterId), limit);
    }

    private static String id(PartnershipId partnership, CompanyId company) {
        return partnership + "/" + company;
    }
}
