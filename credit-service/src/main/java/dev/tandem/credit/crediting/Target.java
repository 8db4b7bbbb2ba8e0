package dev.tandem.credit.crediting;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import java.util.List;

/// What a deal's credit should be, given all that is known.
public sealed interface Target {

    /// The lines sum, per credit type, to the deal's net amount.
    record Credited(List<Line> lines) implements Target {
        public Credited {
            lines = List.copyOf(lines);
        }
    }

    /// Nobody is due anything, for this reason; later events may change that.
    record NotCredited(Reason because) implements Target {}

    /// What one participant is due in all.
    record Line(CompanyId company, RepId rep, CreditType creditType, Money amount, Explanation because) {}
}
