package dev.tandem.credit.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A period's joint credit as it was known at entry `asOf`: the same bytes for every party,
/// whenever it is asked for. Holds no name and nothing that one party may not see.
///
/// @throws IllegalStateException from the constructor when it does not tie out: such a report is
/// not handed out
/// @param headHash of entry `asOf`, which vouches for all entries before it
/// @param lines what was posted in the period, in the order of posting
/// @param points of recognition, apart from all that is credit; null where there never were any
record JointReport(
        PartnershipId partnership,
        YearMonth period,
        long asOf,
        String headHash,
        Deals deals,
        List<Totals> totals,
        List<Line> lines,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PointTotals points) {

    /// The deals whose effective date lies in the period: each is credited or says why not.
    record Deals(int received, int credited, int notCredited, List<NotCredited> notCreditedByReason) {
        Deals {
            notCreditedByReason = List.copyOf(notCreditedByReason);
        }
    }

    record NotCredited(String code, int count, List<Refused> deals) {
        NotCredited {
            deals = List.copyOf(deals);
        }
    }

    record Refused(DealId deal, long revision, LocalDate effectiveDate, Money net, String sentence) {}

    /// One currency and credit type; neither are ever added.
    ///
    /// @param creditedDealsNet what the deals credited in the period are worth
    /// @param creditable what of that is credited by the agreement: twice as much where both
    /// parties get all
    /// @param originated what was posted, in whatever period, for deals of this one: the same
    /// @param opening posted in all periods before
    record Totals(
            String currency,
            CreditType creditType,
            Money creditedDealsNet,
            Money creditable,
            Money originated,
            Money opening,
            Money posted,
            Money closing,
            List<CompanyTotals> companies) {
        Totals {
            companies = List.copyOf(companies);
        }
    }

    record CompanyTotals(CompanyId company, Money opening, Money posted, Money closing) {}

    /// @param seq the journal entry
    /// @param cause id of the event that led to it
    record Line(
            long seq,
            Instant knownAt,
            DealId deal,
            long dealRevision,
            LocalDate effectiveDate,
            YearMonth originPeriod,
            CompanyId company,
            RepId rep,
            CreditType creditType,
            Money amount,
            Reason because,
            String cause) {}

    JointReport {
        totals = List.copyOf(totals);
        lines = List.copyOf(lines);
        Ties.check(deals, totals, lines);
    }

    /// The same, but for the entry at which it was read.
    JointReport statement() {
        return new JointReport(partnership, period, 0, "", deals, totals, lines, points);
    }
}
