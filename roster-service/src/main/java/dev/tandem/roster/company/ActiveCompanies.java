package dev.tandem.roster.company;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.company.CompanyChanged;
import dev.tandem.contracts.company.CompanyChanged.Status;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// What other features may ask about companies.
@Component
public final class ActiveCompanies {
    private static final int PART = 200;

    private final Companies companies;

    ActiveCompanies(Companies companies) {
        this.companies = companies;
    }

    /// The same answer for a company that is not active yet as for one that does not exist.
    public boolean contain(CompanyId company) {
        return companies
                .find(company)
                .filter(found -> found.state().status() == Status.ACTIVE)
                .isPresent();
    }

    public Optional<CompanyChanged> find(CompanyId company) {
        return companies.find(company).map(Versioned::state);
    }

    /// Where the company's days begin; UTC for one that is not known.
    public ZoneId zone(CompanyId company) {
        return companies.find(company).map(found -> found.state().timeZone()).orElse(ZoneOffset.UTC);
    }

    /// All that are active, by id.
    public void each(Consumer<CompanyId> then) {
        var after = "";
        List<Versioned<CompanyChanged>> part;
        do {
            part = companies.page(Tenant.PLATFORM, after, PART);
            part.stream()
                    .filter(found -> found.state().status() == Status.ACTIVE)
                    .forEach(found -> then.accept(found.state().company()));
            after = part.isEmpty() ? after : part.getLast().id();
        } while (part.size() == PART);
    }
}
