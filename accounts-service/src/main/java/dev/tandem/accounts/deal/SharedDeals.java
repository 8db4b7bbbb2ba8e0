package dev.tandem.accounts.deal;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.DealId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.kit.copy.CopySpec;
import dev.tandem.kit.copy.LocalCopies;
import dev.tandem.kit.copy.LocalCopy;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.store.Tenant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The deals of each partnership, whoever owns them.
@Component
public class SharedDeals {
    private final LocalCopy<DealChanged> copy;

    SharedDeals(LocalCopies copies) {
        copy = copies.copy(new CopySpec<>(
                "shared_deals", Topics.DEALS, DealChanged.class, deal -> List.of(Tenant.of(deal.partnership()))));
    }

    public void on(Incoming<DealChanged> event) {
        copy.accept(event);
    }

    Optional<DealChanged> find(PartnershipId partnership, DealId deal) {
        return copy.find(Tenant.of(partnership), deal.value());
    }

    /// By id, after the one given (empty for the first).
    List<DealChanged> page(PartnershipId partnership, String afterId, int limit) {
        return copy.find(Tenant.of(partnership), where("_id").gt(afterId), limit);
    }
}
