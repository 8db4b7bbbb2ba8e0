package dev.tandem.credit.ledger;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.credit.CreditChange;
import dev.tandem.contracts.credit.CreditChange.CreditAdjusted;
import dev.tandem.contracts.credit.CreditChange.CreditPosted;
import dev.tandem.kit.store.Outgoing;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What an entry tells the world on `tandem.credits`: one event per posting period, none without lines.
final class CreditEvents {
    private CreditEvents() {}

    static List<Outgoing> of(PartnershipId partnership, Entry entry, Collection<Entry> before) {
        var first = before.stream().allMatch(earlier -> earlier.lines().isEmpty());
        var byPeriod = entry.credits()
                .collect(
                        Collectors.groupingBy(credit -> credit.periods().posting(), TreeMap::new, Collectors.toList()));
        return byPeriod.entrySet().stream()
                .map(period -> posting(partnership, entry, period.getKey(), period.getValue()))
                .<CreditChange>map(posting -> first ? new CreditPosted(posting) : new CreditAdjusted(posting))
                .map(change -> Outgoing.to(Topics.CREDITS, entry.deal().deal().value(), change))
                .toList();
    }

    private static CreditChange.Posting posting(
            PartnershipId partnership, Entry entry, YearMonth period, List<Line.Credit> credits) {
        return new CreditChange.Posting(
                partnership,
                entry.seq(),
                entry.deal().deal(),
                entry.deal().revision(),
                entry.deal().effectiveDate(),
                period,
                credits.stream().map(CreditEvents::line).toList());
    }

    private static CreditChange.Line line(Line.Credit credit) {
        return new CreditChange.Line(
                credit.company(),
                credit.rep(),
                credit.creditType().name(),
                credit.amount(),
                credit.because().reason());
    }
}
