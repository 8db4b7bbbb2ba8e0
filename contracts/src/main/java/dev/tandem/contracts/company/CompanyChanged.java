package dev.tandem.contracts.company;

import dev.tandem.contracts.CompanyId;
import java.time.ZoneId;
import java.util.Currency;

/// A company, full state, on `tandem.companies` under its id.
///
/// @param fiscalYearStartMonth 1 to 12
public record CompanyChanged(
        CompanyId company,
        String name,
        Status status,
        Currency baseCurrency,
        int fiscalYearStartMonth,
        ZoneId timeZone) {

    /// A company is [Status#ACTIVE] once its topics exist.
    public enum Status {
        REGISTERED,
        ACTIVE
    }
}
