package dev.tandem.credit.report;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import dev.tandem.credit.ledger.Entry;
import dev.tandem.credit.ledger.Line;
import dev.tandem.credit.ledger.Link;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What everybody has of the deals up to an effective date, as it was known at an entry: any pair
/// of the two gives the same for ever.
///
/// @param deals how many deals are in it
/// @param balances those that are not zero, by company, rep, type and currency
record Balances(At at, String headHash, int deals, List<Balance> balances) {

    /// @param effectiveThrough deals whose effective date, as known then, is not later
    /// @param asOf the last entry that is read
    record At(LocalDate effectiveThrough, long asOf) {}

    record Balance(CompanyId company, RepId rep, CreditType creditType, Money amount) {
        private static Balance of(Line.Credit credit) {
            return new Balance(credit.company(), credit.rep(), credit.creditType(), credit.amount());
        }

        private String place() {
            return String.join("/", company.value(), rep.value(), creditType.name(), amount.currencyCode());
        }

        private Balance plus(Balance other) {
            return new Balance(company, rep, creditType, amount.plus(other.amount));
        }
    }

    Balances {
        balances = List.copyOf(balances);
    }

    /// Keeps what was posted about each deal, and the date that it was last known to have.
    static final class Fold {
        private final At at;
        private final Map<DealId, LocalDate> dates = new TreeMap<>();
        private final Map<DealId, List<Balance>> posted = new TreeMap<>();
        private String headHash = "";

        Fold(At at) {
            this.at = at;
        }

        void add(Link link) {
            headHash = link.hash();
            if (link instanceof Entry entry) {
                var deal = entry.deal().deal();
                dates.put(deal, entry.deal().effectiveDate());
                var balances = posted.computeIfAbsent(deal, _ -> new ArrayList<>());
                entry.credits().map(Balance::of).forEach(balances::add);
            }
        }

        Balances balances() {
            dates.values().removeIf(date -> date.isAfter(at.effectiveThrough()));
            posted.keySet().retainAll(dates.keySet());
            var sums = new TreeMap<String, Balance>();
            posted.values().forEach(deal -> deal.forEach(each -> sums.merge(each.place(), each, Balance::plus)));
            sums.values().removeIf(balance -> balance.amount().isZero());
            return new Balances(at, headHash, dates.size(), List.copyOf(sums.values()));
        }
    }
}
