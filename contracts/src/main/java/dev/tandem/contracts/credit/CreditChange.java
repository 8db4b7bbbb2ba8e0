package dev.tandem.contracts.credit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Joint credit as it was posted, on `tandem.credits`, keyed by deal, in the order of posting.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface CreditChange {

    /// The first posting of a deal.
    record CreditPosted(Posting posting) implements CreditChange {}

    /// A difference to what was posted before.
    record CreditAdjusted(Posting posting) implements CreditChange {}

    /// Under the partnership's id as key: all parties signed the statement of the period, and
    /// nothing is posted in it any more.
    ///
    /// @param statementHash of what they signed
    record PeriodClosed(PartnershipId partnership, long entrySeq, YearMonth period, String statementHash)
            implements CreditChange {}

    /// Under the partnership's id as key: all parties signed what they owe one another for the
    /// period, and nothing is posted in it any more.
    ///
    /// @param linkSeq the signing's place in the chain of the partnership's settlement
    /// @param balances one between each pair and in each currency; none that comes to nothing
    record SettlementSigned(
            PartnershipId partnership, long linkSeq, YearMonth period, String statementHash, List<Balance> balances)
            implements CreditChange {}

    /// @param amount what the debtor owes the creditor
    record Balance(CompanyId creditor, CompanyId debtor, Money amount) {}

    /// @param entrySeq the entry's place in the partnership's chain
    /// @param period where it was posted
    /// @param points of recognition, apart from the lines and in no amount; empty where there are none
    record Posting(
            PartnershipId partnership,
            long entrySeq,
            DealId deal,
            long dealRevision,
            LocalDate effectiveDate,
            YearMonth period,
            List<Line> lines,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
            List<Points> points) {
        public Posting {
            points = points == null ? List.of() : List.copyOf(points);
        }
    }

    /// What one participant gained, or lost if negative.
    record Line(CompanyId company, RepId rep, String creditType, Money amount, Reason because) {}

    /// What one participant gained of recognition points, or lost if negative: whole numbers without a currency.
    record Points(CompanyId company, RepId rep, long points, Reason because) {}
}
