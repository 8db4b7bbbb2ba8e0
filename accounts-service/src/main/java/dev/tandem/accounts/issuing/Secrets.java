package dev.tandem.accounts.issuing;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Ids;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// One secret per partnership: drawn by whoever needs it first, in one write, and only read from then on. Of several
/// who draw at once the store keeps one, and all go on with that.
@Component
class Secrets {
    private final Aggregates<Secret> aggregates;
    private final Ids ids;
    private final Map<PartnershipId, Secret> known = new ConcurrentHashMap<>();

    Secrets(Stores stores, Ids ids) {
        aggregates = stores.aggregates("issuing_secrets", Secret.class);
        this.ids = ids;
    }

    /// Drawn once and never changed, so each is read once.
    Secret of(PartnershipId partnership) {
        return known.computeIfAbsent(partnership, this::readOrDrawn);
    }

    private Secret readOrDrawn(PartnershipId partnership) {
        var outcome = aggregates.change(
                Tenant.of(partnership),
                partnership.value(),
                Cause.GIVEN,
                current -> current.isPresent() ? Change.none() : Change.to(new Secret(ids.next() + ids.next())));
        return Objects.requireNonNull(outcome.now(), "it was there or was drawn")
                .state();
    }
}
