package dev.tandem.credit.report;

import dev.tandem.contracts.CompanyId;
import dev.tandem.credit.ledger.Assessment;
import dev.tandem.credit.ledger.Entry;
import dev.tandem.credit.ledger.PointLine.Gained;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Sums the recognition points of one period.
final class PointFold {
    private final YearMonth period;
    private final Map<CompanyId, PointTotals.Company> companies = new TreeMap<>();
    private final List<PointTotals.Line> lines = new ArrayList<>();
    private long originated;
    private boolean any;

    PointFold(YearMonth period) {
        this.period = period;
    }

    void add(Entry entry) {
        entry.gained().forEach(each -> add(entry, each));
    }

    private void add(Entry entry, Gained gained) {
        any = true;
        var posting = gained.periods().posting();
        originated += gained.periods().origin().equals(period) ? gained.points() : 0;
        companies.merge(gained.company(), of(gained, posting), PointFold::plus);
        if (posting.equals(period)) {
            lines.add(new PointTotals.Line(
                    entry.seq(),
                    entry.knownAt(),
                    entry.deal().deal(),
                    gained.periods().origin(),
                    gained.company(),
                    gained.rep(),
                    gained.points(),
                    gained.because().reason(),
                    entry.cause()));
        }
    }

    /// Closing is summed on its own, so that the comparison with opening and posted says something.
    private PointTotals.Company of(Gained gained, YearMonth posting) {
        var points = gained.points();
        return new PointTotals.Company(
                gained.company(),
                posting.isBefore(period) ? points : 0,
                posting.equals(period) ? points : 0,
                posting.isAfter(period) ? 0 : points);
    }

    private static PointTotals.Company plus(PointTotals.Company one, PointTotals.Company other) {
        return new PointTotals.Company(
                one.company(),
                one.opening() + other.opening(),
                one.posted() + other.posted(),
                one.closing() + other.closing());
    }

    /// Null where there never were any.
    ///
    /// @param credited the deals of the period that are credited
    @Nullable
    PointTotals totals(Collection<Assessment> credited) {
        if (!any) {
            return null;
        }
        var given = credited.stream()
                .mapToLong(deal -> Objects.requireNonNullElse(deal.points(), 0L))
                .sum();
        var all = List.copyOf(companies.values());
        return new PointTotals(
                given,
                originated,
                all.stream().mapToLong(PointTotals.Company::opening).sum(),
                all.stream().mapToLong(PointTotals.Company::posted).sum(),
                all.stream().mapToLong(PointTotals.Company::closing).sum(),
                all,
                lines);
    }
}
