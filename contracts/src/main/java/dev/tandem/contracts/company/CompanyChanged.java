package dev.tandem.contracts.company;

import dev.tandem.contracts.CompanyId;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/// A company, full state, on `tandem.companies` under its id.
///
/// @param fiscalYearStartMonth 1 to 12
/// @param representedBy of a placeholder, the company that represents it by files; it is never active. Null for a
/// company that is on the platform
/// @param claimedAs of a placeholder, the real company once it joined
public record CompanyChanged(
        CompanyId company,
        String name,
        Status status,
        Currency baseCurrency,
        int fiscalYearStartMonth,
        ZoneId timeZone,
        @Nullable CompanyId representedBy,
        @Nullable CompanyId claimedAs) {

    /// Of a company that is on the platform.
    public CompanyChanged(
            CompanyId company,
            String name,
            Status status,
            Currency baseCurrency,
            int fiscalYearStartMonth,
            ZoneId timeZone) {
        this(company, name, status, baseCurrency, fiscalYearStartMonth, timeZone, null, null);
    }

    /// A company is [Status#ACTIVE] once its topics exist.
    public enum Status {
        REGISTERED,
        ACTIVE
    }
}
