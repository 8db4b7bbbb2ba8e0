package dev.tandem.credit.period;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Decision;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.time.YearMonth;
import org.springframework.stereotype.Repository;

/// The signatures under each period's statement.
@Repository
class PeriodSignatures {
    private final Aggregates<Signatures> signatures;

    PeriodSignatures(Stores stores) {
        this.signatures = stores.aggregates("period-signatures", Signatures.class);
    }

    Signatures of(PartnershipId partnership, YearMonth period) {
        return signatures
                .find(Tenant.of(partnership), id(partnership, period))
                .map(Versioned::state)
                .orElse(Signatures.NONE);
    }

    Outcome<Signatures> change(
            PartnershipId partnership, YearMonth period, Cause cause, Decision<Signatures> decision) {
        return signatures.change(Tenant.of(partnership), id(partnership, period), cause, decision);
    }

    private static String id(PartnershipId partnership, YearMonth period) {
        return partnership + "/" + period;
    }
}
