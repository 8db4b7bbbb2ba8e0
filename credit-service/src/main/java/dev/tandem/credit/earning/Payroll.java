package dev.tandem.credit.earning;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.credit.plan.Earning;
import dev.tandem.credit.plan.Earnings;
import dev.tandem.credit.plan.FiscalPeriod;
import dev.tandem.credit.plan.Rates;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/// Posts what is due to a company's people less what is posted, and closes its fiscal periods.
@Service
class Payroll {
    private static final int WRITERS_MAX = 100;

    private final EarningJournal journal;
    private final PlanBooks books;
    private final OwnCredit credit;
    private final Clock clock;

    Payroll(EarningJournal journal, PlanBooks books, OwnCredit credit, Clock clock) {
        this.journal = journal;
        this.books = books;
        this.credit = credit;
        this.clock = clock;
    }

    /// What a run came to.
    sealed interface Ran {
        /// @param entries how many reps something was posted to
        record Posted(int entries) implements Ran {}

        /// Nothing was posted to anybody.
        record Refused(List<Reason> missing) implements Ran {}
    }

    /// @param through deals of later periods are left for a later run
    Ran run(CompanyId company, FiscalPeriod through, String cause) {
        var reps = books.of(company).reps();
        var missing = new ArrayList<Reason>();
        for (var rep : reps) {
            if (due(company, rep, through) instanceof Earnings.Result.Missing(var reasons)) {
                missing.addAll(reasons);
            }
        }
        if (!missing.isEmpty()) {
            return new Ran.Refused(missing.stream().distinct().toList());
        }
        return new Ran.Posted((int)
                reps.stream().filter(rep -> post(company, rep, through, cause)).count());
    }

    private Earnings.Result due(CompanyId company, RepId rep, FiscalPeriod through) {
        var book = books.of(company);
        return Earnings.of(new Earnings.Facts(
                rep, book.revisionsFor(rep), credit.of(company, rep), new Rates(book.rates()), through));
    }

    /// The head first, then the inputs, then what is posted: if another run was faster, its place
    /// is taken.
    private boolean post(CompanyId company, RepId rep, FiscalPeriod through, String cause) {
        for (int attempt = 0; attempt < WRITERS_MAX; attempt++) {
            var links = journal.all(company);
            if (!(due(company, rep, through) instanceof Earnings.Result.Due(var due))) {
                return false;
            }
            var next = next(company, rep, new Looked(links, due, cause));
            if (next.isEmpty() || journal.append(company, next.get())) {
                return next.isPresent();
            }
        }
        throw new OptimisticLockingFailureException("too many runs of one company");
    }

    private record Looked(List<EarningLink> links, List<Earning> due, String cause) {
        Optional<EarningLink> head() {
            return links.isEmpty() ? Optional.empty() : Optional.of(links.getLast());
        }
    }

    private Optional<EarningEntry> next(CompanyId company, RepId rep, Looked looked) {
        var lines = EarningChain.difference(
                looked.due(),
                entriesOf(looked.links(), rep),
                EarningChain.closedThrough(looked.links()).orElse(null));
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        var unsealed = new EarningEntry(
                looked.links().size() + 1L,
                rep,
                looked.cause(),
                EarningChain.notBefore(looked.head(), clock.instant()),
                lines,
                EarningChain.accruals(lines),
                looked.head().map(EarningLink::hash).orElse(""),
                "");
        return Optional.of(new EarningEntry(
                unsealed.seq(),
                rep,
                unsealed.cause(),
                unsealed.knownAt(),
                lines,
                unsealed.accruals(),
                unsealed.prevHash(),
                EarningChain.hash(company, unsealed)));
    }

    static List<EarningEntry> entriesOf(List<EarningLink> links, RepId rep) {
        return links.stream()
                .flatMap(link -> link instanceof EarningEntry entry ? Stream.of(entry) : Stream.empty())
                .filter(entry -> entry.rep().equals(rep))
                .toList();
    }

    List<EarningLink> links(CompanyId company) {
        return journal.all(company);
    }

    /// Closes a period with the statements of all who have one.
    ///
    /// @return why not; empty when it was closed
    Optional<Reason> close(CompanyId company, FiscalPeriod period, String person) {
        for (int attempt = 0; attempt < WRITERS_MAX; attempt++) {
            var links = journal.all(company);
            var refusal = refusal(company, period, links);
            if (refusal.isPresent() || journal.append(company, closed(company, period, links, person))) {
                return refusal;
            }
        }
        throw new OptimisticLockingFailureException("too many runs of one company");
    }

    private Optional<Reason> refusal(CompanyId company, FiscalPeriod period, List<EarningLink> links) {
        var first = links.stream()
                .flatMap(link -> link instanceof EarningEntry entry ? entry.lines().stream() : Stream.empty())
                .map(EarningEntry.Line::posting)
                .min(FiscalPeriod::compareTo);
        var next = EarningChain.closedThrough(links).map(FiscalPeriod::next).or(() -> first);
        if (next.isEmpty() || !next.get().equals(period)) {
            var sentence = next.map(each -> "The next period to close is " + each + ".")
                    .orElse("Nothing was posted yet.");
            return Optional.of(new Reason("PERIOD_OUT_OF_ORDER", sentence));
        }
        var open = books.of(company).reps().stream()
                .filter(rep -> !(due(company, rep, period) instanceof Earnings.Result.Due(var due))
                        || isOpen(due, entriesOf(links, rep), period))
                .count();
        return open == 0
                ? Optional.empty()
                : Optional.of(new Reason("RUN_FIRST", "What is due is not all posted: run the earnings first."));
    }

    private static boolean isOpen(List<Earning> due, List<EarningEntry> posted, FiscalPeriod period) {
        return EarningChain.difference(due, posted, null).stream()
                .anyMatch(line -> line.posting().compareTo(period) <= 0);
    }

    private EarningLink closed(CompanyId company, FiscalPeriod period, List<EarningLink> links, String person) {
        var statements = links.stream()
                .flatMap(link -> link instanceof EarningEntry entry ? Stream.of(entry.rep()) : Stream.empty())
                .distinct()
                .sorted()
                .map(rep -> new FiscalClosed.Frozen(
                        rep, Statement.of(rep, period, links).hash()))
                .toList();
        var at = EarningChain.notBefore(Optional.of(links.getLast()), clock.instant());
        var unsealed = new FiscalClosed(
                links.size() + 1L,
                period,
                statements,
                person,
                at,
                links.getLast().hash(),
                "");
        return new FiscalClosed(
                unsealed.seq(),
                period,
                statements,
                person,
                at,
                unsealed.prevHash(),
                EarningChain.hash(company, unsealed));
    }
}
