package dev.tandem.roster.governance;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.roster.RosterChange.Status;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Hash;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import dev.tandem.kit.web.Problem;
import dev.tandem.roster.rep.RepDirectory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whom each company named for what is not decided in time, one document per partnership and company. Who may decide is
/// known from the person's own token alone: so one who is named becomes the owner by accepting it with a role that
/// decides, and until then, and once the person left, the company's admins decide.
@Component
final class EscalationOwners {
    private final Aggregates<Named> owners;
    private final RepDirectory reps;

    EscalationOwners(Stores stores, RepDirectory reps) {
        this.owners = stores.aggregates("escalation_owners", Named.class);
        this.reps = reps;
    }

    /// @param reason why this one
    /// @param accepted null until the one who is named said yes
    record Named(
            RepId rep, Reason reason, Instant at, @Nullable Instant accepted) {}

    /// Who decides; empty for the admins.
    Optional<RepId> of(PartnershipId partnership, CompanyId company) {
        return named(partnership, company)
                .filter(named -> named.accepted() != null)
                .map(Named::rep)
                .filter(rep -> isActive(company, rep));
    }

    Optional<Named> named(PartnershipId partnership, CompanyId company) {
        return owners.find(Tenant.of(company), id(partnership, company)).map(Versioned::state);
    }

    boolean isActive(CompanyId company, RepId rep) {
        return reps.find(company, rep)
                .filter(known -> known.rep().status() == Status.ACTIVE)
                .isPresent();
    }

    void name(PartnershipId partnership, CompanyId company, Cause cause, Named named) {
        owners.change(Tenant.of(company), id(partnership, company), cause, _ -> Change.to(named));
    }

    /// @param by who accepts
    /// @throws dev.tandem.kit.web.ProblemException 409 for who is not named
    void accept(PartnershipId partnership, CompanyId company, Cause cause, Acceptance by) {
        owners.change(Tenant.of(company), id(partnership, company), cause, current -> {
            var named = current.map(Versioned::state)
                    .filter(was -> by.rep().filter(was.rep()::equals).isPresent());
            return named.map(was -> Change.to(new Named(was.rep(), was.reason(), was.at(), by.at())))
                    .orElseThrow(() ->
                            Problem.conflict("NOT_NAMED", "Your company named somebody else, or nobody.", List.of()));
        });
    }

    /// Who accepts, and when.
    record Acceptance(Optional<RepId> rep, Instant at) {}

    private static String id(PartnershipId partnership, CompanyId company) {
        return Hash.id(partnership.value(), company.value());
    }
}
