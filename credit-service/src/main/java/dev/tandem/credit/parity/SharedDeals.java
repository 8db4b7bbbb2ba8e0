package dev.tandem.credit.parity;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import dev.tandem.credit.ledger.Assessment;
import dev.tandem.credit.ledger.Entry;
import dev.tandem.credit.ledger.Line;
import dev.tandem.credit.ledger.Link;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Folds a partnership's chain into the deals of some months that are credited now.
final class SharedDeals {
    private final YearMonth from;
    private final YearMonth through;
    private final Map<DealId, Assessment> judged = new TreeMap<>();
    /// By deal and currency: what was posted in another before a deal moved comes to nothing.
    private final Map<String, TreeMap<CompanyId, Map<RepId, Money>>> credits = new HashMap<>();

    SharedDeals(YearMonth from, YearMonth through) {
        this.from = from;
        this.through = through;
    }

    void add(Link link) {
        if (link instanceof Entry entry) {
            judged.put(entry.deal().deal(), entry.deal());
            entry.credits()
                    .filter(line -> line.creditType() == CreditType.REVENUE)
                    .forEach(line -> add(entry.deal().deal(), line));
        }
    }

    private void add(DealId deal, Line.Credit line) {
        credits.computeIfAbsent(deal + " " + line.amount().currencyCode(), _ -> new TreeMap<>())
                .computeIfAbsent(line.company(), _ -> new TreeMap<>())
                .merge(line.rep(), line.amount(), Money::plus);
    }

    List<SharedDeal> all() {
        return judged.values().stream()
                .filter(deal -> deal.credited() && deal.net().amountMinor().signum() > 0)
                .filter(deal -> !deal.period().isBefore(from) && !deal.period().isAfter(through))
                .map(this::shared)
                .toList();
    }

    private SharedDeal shared(Assessment deal) {
        var of = credits.getOrDefault(deal.deal() + " " + deal.net().currencyCode(), new TreeMap<>());
        return new SharedDeal(deal.deal(), deal.owner(), deal.effectiveDate(), deal.net(), of);
    }
}
