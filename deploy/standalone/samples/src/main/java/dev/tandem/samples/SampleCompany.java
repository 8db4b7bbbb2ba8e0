package dev.tandem.samples;

import dev.tandem.contracts.CompanyId;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/// One of the two companies and all that its CRM sends, each list in the order of sending.
///
/// @param fiscalYearStart the first day of its year
/// @param people users, for `people.in`
/// @param accounts the book as first loaded
/// @param opportunities those that exist when the agreement is signed
/// @param afterAgreement everything from then on, users too
public record SampleCompany(
        CompanyId id,
        String name,
        Currency currency,
        MonthDay fiscalYearStart,
        ZoneId timeZone,
        List<SampleEvent> people,
        List<SampleEvent> accounts,
        List<SampleEvent> opportunities,
        List<SampleEvent> afterAgreement) {

    /// What is sent before the agreement.
    public List<SampleEvent> load() {
        return Stream.of(people, accounts, opportunities).flatMap(List::stream).toList();
    }

    public List<SampleEvent> all() {
        return Stream.concat(load().stream(), afterAgreement.stream()).toList();
    }
}
