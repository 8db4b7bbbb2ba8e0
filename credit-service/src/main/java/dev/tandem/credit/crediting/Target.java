package dev.tandem.credit.crediting;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/// What a deal's credit should be, given all that is known.
public sealed interface Target {

    /// @param creditable what the lines of each credit type sum to
    /// @param points of recognition, beside the lines and never added to them
    record Credited(List<Line> lines, SortedMap<CreditType, Money> creditable, List<Points> points) implements Target {
        public Credited {
            lines = List.copyOf(lines);
            points = List.copyOf(points);
            creditable = Collections.unmodifiableSortedMap(creditable);
        }
    }

    /// Nobody is due anything, for this reason; later events may change that.
    record NotCredited(Reason because) implements Target {}

    /// What one participant is due in all.
    record Line(CompanyId company, RepId rep, CreditType creditType, Money amount, Explanation because) {}
}
