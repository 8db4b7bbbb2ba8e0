package dev.tandem.roster.erasure;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.RepId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Hash;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The erasures that were asked for, one document per rep.
@Component
final class Requests {
    private final Aggregates<Asked> requests;

    Requests(Stores stores) {
        this.requests = stores.aggregates("erasures", Asked.class);
    }

    Optional<Asked> find(CompanyId company, RepId rep) {
        return requests.find(Tenant.of(company), id(company, rep)).map(Versioned::state);
    }

    void note(CompanyId company, Cause cause, Asked asked) {
        requests.change(Tenant.of(company), id(company, asked.rep()), cause, _ -> Change.to(asked));
    }

    private static String id(CompanyId company, RepId rep) {
        return Hash.id(company.value(), rep.value());
    }
}
