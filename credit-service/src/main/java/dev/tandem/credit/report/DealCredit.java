package dev.tandem.credit.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import dev.tandem.credit.ledger.Assessment;
import dev.tandem.credit.ledger.Entry;
import dev.tandem.credit.ledger.Line;
import dev.tandem.credit.report.Names.Rep;
import dev.tandem.credit.report.Names.RepName;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/// All about the credit of one deal.
///
/// @param deal how it was judged last
/// @param credits what stands now, with the sentence of the last line; those who came to nothing are left out
/// @param points of recognition that stand now, apart from the credits
/// @param names of the reps, as far as the reader may know them
/// @param entries how it came about
record DealCredit(
        Assessment deal,
        List<Standing> credits,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Points> points,
        List<RepName> names,
        List<JournalView> entries) {

    /// @param because of the last line
    record Points(CompanyId company, RepId rep, long points, Reason because) {
        private Points plus(Points next) {
            return new Points(company, rep, points + next.points, next.because);
        }
    }

    record Standing(CompanyId company, RepId rep, CreditType creditType, Money amount, Reason because) {
        private Standing plus(Standing next) {
            return new Standing(company, rep, creditType, amount.plus(next.amount), next.because);
        }
    }

    /// @param entries about the deal in order, at least one
    static DealCredit of(List<Entry> entries, List<RepName> names) {
        return new DealCredit(
                entries.getLast().deal(),
                standings(entries),
                points(entries),
                names,
                entries.stream().map(JournalView::of).toList());
    }

    static Stream<Rep> reps(List<Entry> entries) {
        return Stream.concat(
                entries.stream().flatMap(Entry::credits).map(credit -> new Rep(credit.company(), credit.rep())),
                entries.stream().flatMap(Entry::gained).map(gained -> new Rep(gained.company(), gained.rep())));
    }

    private static List<Standing> standings(List<Entry> entries) {
        var standings = new TreeMap<String, Standing>();
        entries.stream().flatMap(Entry::credits).forEach(credit -> {
            var place = String.join(
                    "/",
                    credit.company().value(),
                    credit.rep().value(),
                    credit.creditType().name(),
                    credit.amount().currencyCode());
            standings.merge(place, standing(credit), Standing::plus);
        });
        return standings.values().stream()
                .filter(standing -> !standing.amount().isZero())
                .toList();
    }

    private static List<Points> points(List<Entry> entries) {
        var points = new TreeMap<String, Points>();
        entries.stream()
                .flatMap(Entry::gained)
                .map(each -> new Points(
                        each.company(),
                        each.rep(),
                        each.points(),
                        each.because().reason()))
                .forEach(each -> points.merge(each.company() + "/" + each.rep(), each, Points::plus));
        return points.values().stream().filter(each -> each.points() != 0).toList();
    }

    private static Standing standing(Line.Credit credit) {
        return new Standing(
                credit.company(),
                credit.rep(),
                credit.creditType(),
                credit.amount(),
                credit.because().reason());
    }
}
