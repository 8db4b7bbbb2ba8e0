package dev.tandem.roster.company;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.company.CompanyChanged.Status;
import org.springframework.stereotype.Component;

/// What other features may ask about companies.
@Component
public final class ActiveCompanies {
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
}
