package dev.tandem.credit.report;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.function.ToLongFunction;

/// The recognition points of a period: a section of their own, in whole points, added to nothing else.
///
/// @throws IllegalStateException from the constructor when it does not tie out
/// @param given by the deals that are credited in the period, as the agreement says
/// @param originated what was posted, in whatever period, for deals of this one: the same
/// @param opening posted in all periods before
record PointTotals(
        long given,
        long originated,
        long opening,
        long posted,
        long closing,
        List<Company> companies,
        List<Line> lines) {

    record Company(CompanyId company, long opening, long posted, long closing) {}

    /// @param seq the journal entry
    record Line(
            long seq,
            Instant knownAt,
            DealId deal,
            YearMonth originPeriod,
            CompanyId company,
            RepId rep,
            long points,
            Reason because,
            String cause) {}

    PointTotals {
        companies = List.copyOf(companies);
        lines = List.copyOf(lines);
        require(given == originated, "points of credited deals = points of their lines");
        require(opening + posted == closing, "opening + posted = closing");
        require(lines.stream().mapToLong(Line::points).sum() == posted, "posted = sum of the lines");
        require(sum(companies, Company::opening) == opening, "openings");
        require(sum(companies, Company::posted) == posted, "postings");
        require(sum(companies, Company::closing) == closing, "closings");
    }

    private static long sum(List<Company> companies, ToLongFunction<Company> of) {
        return companies.stream().mapToLong(of).sum();
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalStateException("the points of the report do not tie out: " + rule);
        }
    }
}
