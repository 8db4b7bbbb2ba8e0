package dev.tandem.credit.ledger;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.RepId;
import dev.tandem.credit.crediting.Points;
import dev.tandem.credit.ledger.Line.Periods;
import java.time.YearMonth;
import java.util.Collection;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One side of an entry's recognition points, which stand apart from its lines: what a participant gained is what the
/// deal issued, so that points balance per posting period as money does, and neither is ever added to the other.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface PointLine {
    Periods periods();

    long points();

    /// What a participant gained, or lost if negative.
    record Gained(CompanyId company, RepId rep, Periods periods, long points, Points.Because because)
            implements PointLine {
        /// The same, in the first period that is open.
        Gained posted(@Nullable YearMonth closedThrough) {
            return new Gained(company, rep, Periods.of(periods.origin(), closedThrough), points, because);
        }
    }

    /// The other side.
    record Issued(DealId deal, Periods periods, long points) implements PointLine {
        /// Of these, one per pair of periods; none where they come to nothing.
        public static Stream<Issued> of(DealId deal, Collection<Gained> gained) {
            var sums = new TreeMap<String, Issued>();
            gained.forEach(each -> sums.merge(
                    each.periods().toString(),
                    new Issued(deal, each.periods(), -each.points()),
                    (one, other) -> new Issued(deal, one.periods, Math.addExact(one.points, other.points))));
            return sums.values().stream().filter(each -> each.points != 0);
        }
    }
}
