package dev.tandem.credit.earning;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.credit.dispute.Disputes;
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

/// Posts what is due to a company's people less what is posted.
@Service
class Payroll {
    private static final int WRITERS_MAX = 100;

    private final EarningJournal journal;
    private final PlanBooks books;
    private final OwnCredit credit;
    private final Disputes disputes;
    private final Clock clock;

    Payroll(EarningJournal journal, PlanBooks books, OwnCredit credit, Disputes disputes, Clock clock) {
        this.journal = journal;
        this.books = books;
        this.credit = credit;
        this.disputes = disputes;
        this.clock = clock;
    }

    /// What a run came to.
    sealed interface Ran {
        /// @param entries how many reps something was posted to
        record Posted(int entries) implements Ran {}

        /// Nothing was posted to anybody.
        record Refused(List<Reason> missing) implements Ran {}
    }

    /// @param wanted deals of later periods are left for a later run, unless they were posted before
    Ran run(CompanyId company, FiscalPeriod wanted, String cause) {
        var through = furthest(company, wanted);
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

    /// What plans and the resolutions of disputes give.
    Earnings.Result due(CompanyId company, RepId rep, FiscalPeriod through) {
        var book = books.of(company);
        var earned = Earnings.of(new Earnings.Facts(
                rep, book.revisionsFor(rep), credit.of(company, rep), new Rates(book.rates()), through));
        return earned instanceof Earnings.Result.Due(var due)
                ? new Earnings.Result.Due(Stream.concat(due.stream(), adjustments(company, rep).stream())
                        .toList())
                : earned;
    }

    private List<Earning> adjustments(CompanyId company, RepId rep) {
        return disputes.of(company, rep).stream()
                .flatMap(dispute -> dispute.adjustment().stream())
                .toList();
    }

    /// Posts what the resolutions of a rep's disputes say, and nothing else.
    void settle(CompanyId company, RepId rep, String cause) {
        for (int attempt = 0; attempt < WRITERS_MAX; attempt++) {
            var links = journal.all(company);
            var lines = EarningChain.settled(
                    adjustments(company, rep),
                    entriesOf(links, rep),
                    EarningChain.closedThrough(links).orElse(null));
            if (lines.isEmpty()
                    || journal.append(company, entry(company, rep, new Looked(links, List.of(), cause), lines))) {
                return;
            }
        }
        throw new OptimisticLockingFailureException("too many runs of one company");
    }

    /// What was posted once is due as long as its deal is, though a later run asks for less.
    private FiscalPeriod furthest(CompanyId company, FiscalPeriod wanted) {
        return journal.all(company).stream()
                .flatMap(link -> link instanceof EarningEntry entry ? entry.lines().stream() : Stream.empty())
                .map(line -> line.earning().place().earnedIn())
                .filter(earned -> earned.compareTo(wanted) > 0)
                .max(FiscalPeriod::compareTo)
                .orElse(wanted);
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
        return lines.isEmpty() ? Optional.empty() : Optional.of(entry(company, rep, looked, lines));
    }

    private EarningEntry entry(CompanyId company, RepId rep, Looked looked, List<EarningEntry.Line> lines) {
        var unsealed = new EarningEntry(
                looked.links().size() + 1L,
                rep,
                looked.cause(),
                EarningChain.notBefore(looked.head(), clock.instant()),
                lines,
                EarningChain.accruals(lines),
                looked.head().map(EarningLink::hash).orElse(""),
                "");
        return new EarningEntry(
                unsealed.seq(),
                rep,
                unsealed.cause(),
                unsealed.knownAt(),
                lines,
                unsealed.accruals(),
                unsealed.prevHash(),
                EarningChain.hash(company, unsealed));
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

    /// Whether anything of a period or of those before is due and not posted.
    static boolean isOpen(List<Earning> due, List<EarningEntry> posted, FiscalPeriod period) {
        return EarningChain.difference(due, posted, null).stream()
                .anyMatch(line -> line.posting().compareTo(period) <= 0);
    }

    /// With what disputes hold of it now.
    Statement statement(CompanyId company, RepId rep, FiscalPeriod period) {
        return Statement.of(rep, period, links(company)).disputed(disputes.of(company, rep));
    }
}
