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
                "state.crmUser",
                "state.email");
    }

    /// False for a repetition.
    boolean keep(Incoming<RosterChange> event) {
        return reps.accept(event);
    }

    Optional<RepChanged> find(CompanyId company, RepId rep) {
        return reps.find(Tenant.of(company), "rep/" + rep);
    }

    /// By the user in the company's CRM, else by email.
    Optional<RepChanged> ofPerson(CompanyId company, String subject) {
        return with(company, "state.crmUser", subject).or(() -> with(company, "state.email", subject));
    }

    private Optional<RepChanged> with(CompanyId company, String field, String value) {
        return reps.find(Tenant.of(company), where(field).is(value), 1).stream().findFirst();
    }
}
