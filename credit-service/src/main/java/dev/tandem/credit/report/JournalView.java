package dev.tandem.credit.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import dev.tandem.credit.crediting.Explanation;
import dev.tandem.credit.crediting.Points;
import dev.tandem.credit.export.JournalFilter;
import dev.tandem.credit.ledger.Assessment;
import dev.tandem.credit.ledger.Entry;
import dev.tandem.credit.ledger.Line;
import dev.tandem.credit.ledger.Link;
import dev.tandem.credit.ledger.PeriodClosed;
import dev.tandem.credit.ledger.PointLine;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A link of the chain as it is shown: as it was written, with the sentence of each line.
///
/// @param deal how the deal was judged by this entry; null where a period was closed
/// @param closed the period that was closed, else null
/// @param cause id of the event that led to it
/// @param lines those that were asked for; `hash` is always over all of them
record JournalView(
        long seq,
        Instant knownAt,
        String cause,
        @Nullable Assessment deal,
        @Nullable Closed closed,
        List<JournalLine> lines,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PointsLine> points,
        String prevHash,
        String hash) {

    /// @param account `<company>/<rep>`, or `deal/<deal>` for the side that gives
    /// @param because, explanation only of a participant's line: the sentence, and what it was made
    ///     from
    record JournalLine(
            String account,
            @Nullable CompanyId company,
            @Nullable RepId rep,
            @Nullable CreditType creditType,
            YearMonth originPeriod,
            YearMonth postingPeriod,
            Money amount,
            @Nullable Reason because,
            @Nullable Explanation explanation) {}

    /// One of recognition points: no amount, and added to none.
    ///
    /// @param account `<company>/<rep>`, or `deal/<deal>` for the side that issues
    record PointsLine(
            String account,
            YearMonth originPeriod,
            YearMonth postingPeriod,
            long points,
            @Nullable Reason because,
            Points.@Nullable Because explanation) {
        static PointsLine of(PointLine line) {
            var periods = line.periods();
            return switch (line) {
                case PointLine.Gained it ->
                    new PointsLine(
                            it.company() + "/" + it.rep(),
                            periods.origin(),
                            periods.posting(),
                            it.points(),
                            it.because().reason(),
                            it.because());
                case PointLine.Issued it ->
                    new PointsLine("deal/" + it.deal(), periods.origin(), periods.posting(), it.points(), null, null);
            };
        }
    }

    /// @param companies whose signatures closed it, in order of signing
    record Closed(YearMonth period, String statementHash, List<CompanyId> companies) {}

    /// Nothing where none of it is asked for; that a period was closed is told only with all the lines.
    static Stream<JournalView> of(Link link, JournalFilter only) {
        return switch (link) {
            case Entry entry when only.takesAll() -> Stream.of(of(entry));
            case Entry entry ->
                Stream.of(of(entry, only.lines(entry), only.points(entry)))
                        .filter(view -> !view.lines.isEmpty() || !view.points.isEmpty());
            case PeriodClosed closed ->
                Stream.of(closed).filter(_ -> only.takesAll()).map(JournalView::of);
        };
    }

    private static JournalView of(PeriodClosed closed) {
        var companies = closed.signatures().stream()
                .map(PeriodClosed.Signature::company)
                .toList();
        return new JournalView(
                closed.seq(),
                closed.knownAt(),
                closed.cause(),
                null,
                new Closed(closed.period(), closed.statementHash(), companies),
                List.of(),
                List.of(),
                closed.prevHash(),
                closed.hash());
    }

    static JournalView of(Entry entry) {
        return of(entry, entry.lines(), entry.points() == null ? List.of() : entry.points());
    }

    private static JournalView of(Entry entry, List<Line> lines, List<PointLine> points) {
        return new JournalView(
                entry.seq(),
                entry.knownAt(),
                entry.cause(),
                entry.deal(),
                null,
                lines.stream().map(JournalView::line).toList(),
                points.stream().map(PointsLine::of).toList(),
                entry.prevHash(),
                entry.hash());
    }

    private static JournalLine line(Line line) {
        return switch (line) {
            case Line.Credit credit ->
                new JournalLine(
                        credit.company() + "/" + credit.rep(),
                        credit.company(),
                        credit.rep(),
                        credit.creditType(),
                        credit.periods().origin(),
                        credit.periods().posting(),
                        credit.amount(),
                        credit.because().reason(),
                        credit.because());
            case Line.Clearing clearing ->
                new JournalLine(
                        "deal/" + clearing.deal(),
                        null,
                        null,
                        null,
                        clearing.periods().origin(),
                        clearing.periods().posting(),
                        clearing.amount(),
                        null,
                        null);
        };
    }
}
