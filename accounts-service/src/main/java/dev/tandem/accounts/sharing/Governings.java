package dev.tandem.accounts.sharing;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Decision;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import org.springframework.stereotype.Component;

/// One document per partnership, which raises the events that say what governs.
@Component
class Governings {
    private final Aggregates<Governing> aggregates;

    Governings(Stores stores) {
        aggregates = stores.aggregates("governing", Governing.class);
    }

    void change(PartnershipId partnership, Cause cause, Decision<Governing> decision) {
        aggregates.change(Tenant.of(partnership), partnership.value(), cause, decision);
    }
}
