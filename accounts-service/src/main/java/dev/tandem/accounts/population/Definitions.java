package dev.tandem.accounts.population;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.alignment.PopulationsTouched;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Outgoing;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// One document per company: its own populations. Each change of them has all its accounts looked at again.
@Component
class Definitions {
    private final Aggregates<Defined> aggregates;

    Definitions(Stores stores) {
        aggregates = stores.aggregates("populations", Defined.class);
    }

    Defined of(CompanyId company) {
        return aggregates
                .find(Tenant.of(company), company.value())
                .map(found -> found.state())
                .orElseGet(() -> Defined.none(company));
    }

    /// @param change refuses by throwing
    Outcome<Defined> change(CompanyId company, Cause cause, UnaryOperator<Defined> change) {
        return aggregates.change(Tenant.of(company), company.value(), cause, current -> {
            var was = current.map(found -> found.state()).orElseGet(() -> Defined.none(company));
            var next = change.apply(was);
            return next.equals(was) ? Change.none() : Change.to(next, touched(next, null));
        });
    }

    /// Has the walk over the accounts go on after the place given.
    void walkOn(CompanyId company, Cause cause, String after) {
        aggregates.change(
                Tenant.of(company),
                company.value(),
                cause,
                current -> current.map(found -> found.state())
                        .map(now -> Change.to(now, touched(now, after)))
                        .orElseGet(Change::none));
    }

    private static Outgoing touched(Defined now, @Nullable String after) {
        return Outgoing.to(
                Topics.POPULATIONS,
                now.company().value(),
                new PopulationsTouched(now.company(), now.revision(), after));
    }
}
