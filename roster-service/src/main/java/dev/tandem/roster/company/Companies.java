package dev.tandem.roster.company;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.company.CompanyChanged;
import dev.tandem.contracts.company.CompanyChanged.Status;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.NaturalCreates;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Outgoing;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import dev.tandem.kit.web.Problem;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The companies, one document each. That a company is registered is known to the platform's operators, so all lie
/// under the platform's tenant; its state is what is told of it on `tandem.companies`.
@Component
final class Companies {
    private final Aggregates<CompanyChanged> companies;
    private final NaturalCreates keys;

    Companies(Stores stores) {
        this.companies = stores.aggregates("companies", CompanyChanged.class).indexed("state.status");
        this.keys = new NaturalCreates(stores, "company_keys");
    }

    Optional<Versioned<CompanyChanged>> find(CompanyId company) {
        return companies.find(Tenant.PLATFORM, company.value());
    }

    /// By id, after `after`.
    List<Versioned<CompanyChanged>> page(Tenant platform, String after, int limit) {
        return companies.find(platform, where("_id").gt(after), limit);
    }

    /// Those whose topics may be missing.
    List<Versioned<CompanyChanged>> notYetActive(Tenant platform, int limit) {
        return companies.find(platform, where("state.status").is(Status.REGISTERED.name()), limit);
    }

    /// Under one key one company is registered, since the key is looked for before the company.
    Outcome<CompanyChanged> register(CompanyId company, Cause.Command cause, CompanyChanged registered) {
        keys.claim(Tenant.PLATFORM, cause);
        return companies.change(Tenant.PLATFORM, company.value(), cause, current -> {
            if (current.isPresent()) {
                throw Problem.conflict("ALREADY_REGISTERED", "A company with this id is registered.", List.of());
            }
            return changed(registered);
        });
    }

    /// Does nothing to a company that is active already.
    Outcome<CompanyChanged> activate(CompanyId company) {
        return companies.change(
                Tenant.PLATFORM,
                company.value(),
                Cause.GIVEN,
                current -> current.map(Versioned::state)
                        .filter(state -> state.status() == Status.REGISTERED)
                        .map(Companies::active)
                        .map(Companies::changed)
                        .orElseGet(Change::none));
    }

    private static Change<CompanyChanged> changed(CompanyChanged state) {
        return Change.to(state, Outgoing.to(Topics.COMPANIES, state.company().value(), state));
    }

    private static CompanyChanged active(CompanyChanged company) {
        return new CompanyChanged(
                company.company(),
                company.name(),
                Status.ACTIVE,
                company.baseCurrency(),
                company.fiscalYearStartMonth(),
                company.timeZone());
    }
}
