package dev.tandem.roster.company;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.company.CompanyChanged;
import dev.tandem.contracts.company.CompanyChanged.Status;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.Currency;

/// What an operator registers a company with.
///
/// @param id becomes part of the company's topic names, and never changes
/// @param fiscalYearStartMonth 1 to 12
record NewCompany(
        CompanyId id,
        @NotBlank @Size(max = 200) String name,
        Currency baseCurrency,
        ZoneId timeZone,
        @Min(1) @Max(12) int fiscalYearStartMonth) {

    CompanyChanged registered() {
        return new CompanyChanged(id, name, Status.REGISTERED, baseCurrency, fiscalYearStartMonth, timeZone);
    }
}
