package dev.tandem.credit.deal;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.roster.RosterChange;
import dev.tandem.contracts.roster.RosterChange.RepChanged;
import dev.tandem.kit.copy.CopySpec;
import dev.tandem.kit.copy.LocalCopies;
import dev.tandem.kit.copy.LocalCopy;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.store.Tenant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/// The reps of each company, the only place here with names.
@Repository
class Reps {
    private final LocalCopy<RepChanged> reps;

    Reps(LocalCopies copies) {
        this.reps = copies.copy(
                new CopySpec<>("reps", Topics.ROSTERS, RepChanged.class, rep -> List.of(Tenant.of(rep.company()))),
                "state.crmUser");
    }

    void keep(Incoming<RosterChange> event) {
        reps.accept(event);
    }

    Optional<RepChanged> find(CompanyId company, RepId rep) {
        return reps.find(Tenant.of(company), "rep/" + rep);
    }

    Optional<RepChanged> ofUser(CompanyId company, String crmUser) {
        return reps.find(Tenant.of(company), where("state.crmUser").is(crmUser), 1).stream()
                .findFirst();
    }
}
