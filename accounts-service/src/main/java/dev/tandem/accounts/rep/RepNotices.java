package dev.tandem.accounts.rep;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.RepId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Outgoing;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import java.util.List;
import org.springframework.stereotype.Component;

/// One document per rep, which raises the event that the rep changed; it holds nothing of the person.
@Component
class RepNotices {
    private final Aggregates<Notice> aggregates;

    RepNotices(Stores stores) {
        aggregates = stores.aggregates("rep_notices", Notice.class);
    }

    record Notice(RepId rep) {}

    void raise(CompanyId company, RepId rep, Cause cause, List<Outgoing> events) {
        aggregates.change(Tenant.of(company), rep.value(), cause, _ -> Change.to(new Notice(rep), events));
    }
}
