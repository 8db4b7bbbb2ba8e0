package dev.tandem.credit.deal;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.DealId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.kit.copy.CopySpec;
import dev.tandem.kit.copy.LocalCopies;
import dev.tandem.kit.copy.LocalCopy;
import dev.tandem.kit.copy.LocalCopy.Latest;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.store.Tenant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

/// The deals as they were last received.
@Repository
class Deals {
    private final LocalCopy<DealChanged> deals;

    Deals(LocalCopies copies) {
        this.deals = copies.copy(
                new CopySpec<>(
                        "deals", Topics.DEALS, DealChanged.class, deal -> List.of(Tenant.of(deal.partnership()))),
                "state.jointAccount");
    }

    /// False for a repetition.
    ///
    /// @throws dev.tandem.kit.intake.Unprocessable for the id of the last event with other content
    boolean keep(Incoming<DealChanged> event) {
        var news = deals.accept(event);
        if (!news) {
            Repetition.check(
                    event, find(event.payload().partnership(), event.payload().deal()));
        }
        return news;
    }

    Optional<Latest<DealChanged>> find(PartnershipId partnership, DealId deal) {
        return deals.latest(Tenant.of(partnership), deal.value());
    }

    /// By id, after `afterId` (empty for the first page).
    List<DealChanged> page(PartnershipId partnership, String afterId, int limit) {
        return deals.find(Tenant.of(partnership), where("_id").gt(afterId), limit);
    }

    /// Those on one joint account, by id, after `afterId` (empty for the first page).
    List<DealChanged> page(PartnershipId partnership, JointAccountId account, String afterId, int limit) {
        Criteria criteria = where("state.jointAccount").is(account.value());
        return deals.find(Tenant.of(partnership), criteria.and("_id").gt(afterId), limit);
    }
}
