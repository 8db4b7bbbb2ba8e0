package dev.tandem.credit.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import org.jspecify.annotations.Nullable;

/// How an earning was figured, as data: what its sentence is made of.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface Figures {
    /// A deal's turn on an incentive: what that pays for the measure's total after the deal, less what it pays for the
    /// total before, each rounded.
    ///
    /// @param planFrom names the revision of the plan: the period from which it governs
    /// @param credit what of the joint credit counts
    /// @param rate by which it was converted, null where it is in the plan's currency
    /// @param before the measure's total without the deal, and `after` with it, exact, in minor units
    /// @param formula of the incentive
    /// @param cap the most that a window pays, null for no limit
    /// @param paysBefore for the total before, and `paysAfter` for that after, exact, in minor units
    record Measured(
            FiscalPeriod planFrom,
            String measure,
            CreditType creditType,
            Money credit,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Rate rate,

            Exact before,
            Exact after,
            String formula,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Money cap,

            Exact paysBefore,
            Exact paysAfter)
            implements Figures {}

    /// What a draw adds to a period or takes back from it.
    ///
    /// @param earned in the period
    /// @param perPeriod the draw, null where the plan has none any more
    /// @param owed of draws before
    record Drawn(
            FiscalPeriod planFrom,
            Money earned,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Money perPeriod,

            Money owed)
            implements Figures {}
}
