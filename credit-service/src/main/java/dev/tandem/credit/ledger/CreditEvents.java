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
import java.util.stream.Stream;

/// What an entry tells the world on `tandem.credits`: one event per posting period, none without lines or points.
final class CreditEvents {
    private CreditEvents() {}

    static List<Outgoing> of(PartnershipId partnership, Entry entry, Collection<Entry> before) {
        var first = before.stream().noneMatch(Entry::posts);
        return periods(entry)
                .map(period -> posting(partnership, entry, period))
                .<CreditChange>map(posting -> first ? new CreditPosted(posting) : new CreditAdjusted(posting))
                .map(change -> Outgoing.to(Topics.CREDITS, entry.deal().deal().value(), change))
                .toList();
    }

    private static Stream<YearMonth> periods(Entry entry) {
        return Stream.concat(
                        entry.credits().map(Line.Credit::periods),
                        entry.gained().map(PointLine.Gained::periods))
                .map(Line.Periods::posting)
                .distinct()
                .sorted();
    }

    private static CreditChange.Posting posting(PartnershipId partnership, Entry entry, YearMonth period) {
        return new CreditChange.Posting(
                partnership,
                entry.seq(),
                entry.deal().deal(),
                entry.deal().revision(),
                entry.deal().effectiveDate(),
                period,
                entry.credits()
                        .filter(credit -> credit.periods().posting().equals(period))
                        .map(CreditEvents::line)
                        .toList(),
                entry.gained()
                        .filter(gained -> gained.periods().posting().equals(period))
                        .map(CreditEvents::points)
                        .toList());
    }

    private static CreditChange.Line line(Line.Credit credit) {
        return new CreditChange.Line(
                credit.company(),
                credit.rep(),
                credit.creditType().name(),
                credit.amount(),
                credit.because().reason());
    }

    private static CreditChange.Points points(PointLine.Gained gained) {
        return new CreditChange.Points(
                gained.company(),
                gained.rep(),
                gained.points(),
                gained.because().reason());
    }
}
