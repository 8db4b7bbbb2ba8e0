package dev.tandem.credit.report;

import com.fasterxml.jackson.annotation.JsonInclude;
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
/// @param points of recognition that are not zero, by company and rep
record Balances(
        At at,
        String headHash,
        int deals,
        List<Balance> balances,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Points> points) {

    record Points(CompanyId company, RepId rep, long points) {
        private Points plus(Points other) {
            return new Points(company, rep, points + other.points);
        }
    }

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
        points = List.copyOf(points);
    }

    /// Keeps what was posted about each deal, and the date that it was last known to have.
    static final class Fold {
        private final At at;
        private final Map<DealId, LocalDate> dates = new TreeMap<>();
        private final Map<DealId, List<Balance>> posted = new TreeMap<>();
        private final Map<DealId, List<Points>> points = new TreeMap<>();
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
                var gained = points.computeIfAbsent(deal, _ -> new ArrayList<>());
                entry.gained()
                        .map(each -> new Points(each.company(), each.rep(), each.points()))
                        .forEach(gained::add);
            }
        }

        Balances balances() {
            dates.values().removeIf(date -> date.isAfter(at.effectiveThrough()));
            posted.keySet().retainAll(dates.keySet());
            var sums = new TreeMap<String, Balance>();
            posted.values().forEach(deal -> deal.forEach(each -> sums.merge(each.place(), each, Balance::plus)));
            sums.values().removeIf(balance -> balance.amount().isZero());
            return new Balances(at, headHash, dates.size(), List.copyOf(sums.values()), points());
        }

        private List<Points> points() {
            var sums = new TreeMap<String, Points>();
            points.keySet().retainAll(dates.keySet());
            points.values()
                    .forEach(deal ->
                            deal.forEach(each -> sums.merge(each.company() + "/" + each.rep(), each, Points::plus)));
            return sums.values().stream().filter(each -> each.points() != 0).toList();
        }
    }
}
