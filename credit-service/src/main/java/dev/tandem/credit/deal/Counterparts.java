package dev.tandem.credit.deal;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.roster.RosterChange.CounterpartsChanged;
import dev.tandem.kit.copy.CopySpec;
import dev.tandem.kit.copy.LocalCopies;
import dev.tandem.kit.copy.LocalCopy;
import dev.tandem.kit.copy.LocalCopy.Latest;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.store.Tenant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/// Who worked a joint account for each party, and when.
@Repository
class Counterparts {
    private final LocalCopy<CounterpartsChanged> counterparts;

    Counterparts(LocalCopies copies) {
        this.counterparts = copies.copy(new CopySpec<>(
                "counterparts",
                Topics.ROSTERS,
                CounterpartsChanged.class,
                known -> List.of(Tenant.of(known.partnership()))));
    }

    /// @throws dev.tandem.kit.intake.Unprocessable for the id of the last event with other content
    void keep(Incoming<CounterpartsChanged> event) {
        if (!counterparts.accept(event)) {
            Repetition.check(
                    event, find(event.payload().partnership(), event.payload().jointAccount()));
        }
    }

    /// By joint account, after `afterId` (empty for the first page).
    List<CounterpartsChanged> page(PartnershipId partnership, String afterId, int limit) {
        return counterparts.find(Tenant.of(partnership), where("_id").gt("mapping/" + afterId), limit);
    }

    Optional<Latest<CounterpartsChanged>> find(PartnershipId partnership, JointAccountId account) {
        return counterparts.latest(Tenant.of(partnership), "mapping/" + account);
    }
}
