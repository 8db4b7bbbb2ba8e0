package dev.tandem.credit.parity;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.RepId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;

/// A deal that is credited, with the revenue credit that stands of it.
///
/// @param net what it is worth, above zero
/// @param credits by company and rep, in the deal's currency
record SharedDeal(
        DealId deal, CompanyId owner, LocalDate date, Money net, SortedMap<CompanyId, Map<RepId, Money>> credits) {
    SharedDeal {
        credits = Collections.unmodifiableSortedMap(credits);
    }

    Map<RepId, Money> of(CompanyId company) {
        return credits.getOrDefault(company, Map.of());
    }
}
