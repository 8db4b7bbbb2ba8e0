package dev.tandem.credit.earning;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.credit.deal.Parties;
import dev.tandem.credit.ledger.Entry;
import dev.tandem.credit.ledger.Ledger;
import dev.tandem.credit.ledger.Line;
import dev.tandem.credit.plan.Credited;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/// The joint credit of a company's rep, over all its partnerships.
@Service
class OwnCredit {
    private final Parties parties;
    private final Ledger ledger;

    OwnCredit(Parties parties, Ledger ledger) {
        this.parties = parties;
        this.ledger = ledger;
    }

    List<Credited> of(CompanyId company, RepId rep) {
        return parties.partnershipsOf(company).stream()
                .map(PartnershipChanged::partnership)
                .flatMap(
                        partnership -> credited(partnership, company, ledger.ofDealsOf(partnership, rep), rep).stream())
                .toList();
    }

    private record Key(DealId deal, CreditType creditType, String currency) {
        @Override
        public String toString() {
            return deal + "/" + creditType + "/" + currency;
        }
    }

    /// @param entries about the deals of the rep, in order; also those without a line of the rep, for a deal's date may
    /// change without any amount
    static List<Credited> credited(PartnershipId partnership, CompanyId company, Collection<Entry> entries, RepId rep) {
        var dates = new HashMap<DealId, LocalDate>();
        entries.forEach(entry -> dates.put(entry.deal().deal(), entry.deal().effectiveDate()));
        var credits = new TreeMap<String, Credited>();
        for (var entry : entries) {
            entry.credits()
                    .filter(line -> line.company().equals(company) && line.rep().equals(rep))
                    .forEach(line -> {
                        var key = new Key(
                                entry.deal().deal(),
                                line.creditType(),
                                line.amount().currencyCode());
                        var before = credits.get(key.toString());
                        credits.put(key.toString(), added(partnership, before, entry, line));
                    });
        }
        return credits.values().stream()
                .map(credit -> credit.on(dates.getOrDefault(credit.deal(), credit.effectiveDate())))
                .toList();
    }

    private static Credited added(
            PartnershipId partnership,
            @org.jspecify.annotations.Nullable Credited before,
            Entry entry,
            Line.Credit line) {
        var parts = new ArrayList<>(before == null ? List.<Credited.Part>of() : before.parts());
        parts.add(new Credited.Part(entry.seq(), entry.knownAt(), line.amount()));
        LocalDate date = entry.deal().effectiveDate();
        return new Credited(
                partnership,
                entry.deal().deal(),
                date,
                line.creditType(),
                line.amount().currencyCode(),
                parts);
    }
}
