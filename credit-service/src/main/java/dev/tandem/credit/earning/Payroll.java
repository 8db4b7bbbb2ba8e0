package dev.tandem.credit.earning;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.credit.dispute.Disputes;
import dev.tandem.credit.plan.Earning;
import dev.tandem.credit.plan.Earnings;
import dev.tandem.credit.plan.FiscalPeriod;
import dev.tandem.credit.planning.OwnPlans;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.web.Problem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/// Posts what is due to a company's people less what is posted.
@Service
class Payroll {
    private static final int WRITERS_MAX = 100;

    private final EarningJournal journal;
    private final OwnPlans plans;
    private final OwnCredit credit;
    private final Disputes disputes;
    private final Clock clock;

    Payroll(EarningJournal journal, OwnPlans plans, OwnCredit credit, Disputes disputes, Clock clock) {
        this.journal = journal;
        this.plans = plans;
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

    /// To be called before a run or a close, which recognise a repetition by what is posted and not by the key of a
    /// command. A repetition goes on, should the first have died on its way.
    ///
    /// @throws dev.tandem.kit.store.StoreRefusal.KeyReused when the same key was used with another body
    void ask(CompanyId company, String what, Cause.Command command) {
        journal.ask(company, what, command);
    }

    /// @param wanted deals of later periods are left for a later run, unless they were posted before
    Ran run(CompanyId company, FiscalPeriod wanted, String cause) {
        var through = furthest(company, wanted);
        var reps = plans.reps(company);
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
        var earned = Earnings.of(new Earnings.Facts(
                rep, plans.revisionsFor(company, rep), credit.of(company, rep), plans.rates(company), through));
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
            var head = journal.head(company);
            var lines = EarningChain.settled(
                    adjustments(company, rep), journal.ofRep(company, rep), closedThrough(company));
            if (lines.isEmpty() || journal.append(company, entry(new Posting(company, rep, head, cause), lines))) {
                return;
            }
        }
        throw new OptimisticLockingFailureException("too many runs of one company");
    }

    /// What was posted once is due as long as its deal is, though a later run asks for less.
    private FiscalPeriod furthest(CompanyId company, FiscalPeriod wanted) {
        var furthest = new FiscalPeriod[] {wanted};
        journal.eachEntry(
                company,
                entry -> entry.lines().forEach(line -> {
                    var earned = line.earning().place().earnedIn();
                    furthest[0] = earned.compareTo(furthest[0]) > 0 ? earned : furthest[0];
                }));
        return furthest[0];
    }

    /// The head first, then the inputs, then what is posted: if another run was faster, its place
    /// is taken.
    private boolean post(CompanyId company, RepId rep, FiscalPeriod through, String cause) {
        for (int attempt = 0; attempt < WRITERS_MAX; attempt++) {
            var head = journal.head(company);
            if (!(due(company, rep, through) instanceof Earnings.Result.Due(var due))) {
                return false;
            }
            var lines = EarningChain.difference(due, journal.ofRep(company, rep), closedThrough(company));
            if (lines.isEmpty() || journal.append(company, entry(new Posting(company, rep, head, cause), lines))) {
                return !lines.isEmpty();
            }
        }
        throw new OptimisticLockingFailureException("too many runs of one company");
    }

    private @Nullable FiscalPeriod closedThrough(CompanyId company) {
        return journal.closedThrough(company).orElse(null);
    }

    private record Posting(CompanyId company, RepId rep, Optional<EarningLink> head, String cause) {}

    private EarningEntry entry(Posting posting, List<EarningEntry.Line> lines) {
        var unsealed = new EarningEntry(
                posting.head().map(EarningLink::seq).orElse(0L) + 1,
                posting.rep(),
                posting.cause(),
                EarningChain.notBefore(posting.head(), clock.instant()),
                lines,
                EarningChain.accruals(lines),
                posting.head().map(EarningLink::hash).orElse(""),
                "");
        return new EarningEntry(
                unsealed.seq(),
                unsealed.rep(),
                unsealed.cause(),
                unsealed.knownAt(),
                lines,
                unsealed.accruals(),
                unsealed.prevHash(),
                EarningChain.hash(posting.company(), unsealed));
    }

    /// Whether anything of a period or of those before is due and not posted.
    boolean isOpen(CompanyId company, RepId rep, List<Earning> due, FiscalPeriod period) {
        return EarningChain.difference(due, journal.ofRep(company, rep), null).stream()
                .anyMatch(line -> line.posting().compareTo(period) <= 0);
    }

    /// With what disputes hold of it now.
    Statement statement(CompanyId company, RepId rep, FiscalPeriod period) {
        return printed(company, rep, period).disputed(disputes.of(company, rep));
    }

    /// As it was posted, whatever is disputed of it.
    Statement printed(CompanyId company, RepId rep, FiscalPeriod period) {
        return Statement.of(rep, period, journal.ofRep(company, rep), isClosed(company, period));
    }

    boolean isClosed(CompanyId company, FiscalPeriod period) {
        return journal.closedThrough(company)
                .filter(through -> through.compareTo(period) >= 0)
                .isPresent();
    }

    /// One for each to whom anything was ever posted.
    List<Statement> statements(CompanyId company, FiscalPeriod period) {
        return journal.reps(company).stream()
                .map(rep -> statement(company, rep, period))
                .toList();
    }

    /// As they were known at a link: what was posted, closed, disputed and decided by then.
    ///
    /// @throws dev.tandem.kit.web.ProblemException 400 naming `asOf`, when there is no such link
    List<Statement> statements(CompanyId company, FiscalPeriod period, long asOf) {
        var at = journal.find(company, asOf).map(EarningLink::knownAt).orElseThrow(() -> {
            var head = journal.head(company).map(EarningLink::seq).orElse(0L);
            return Problem.invalid("asOf", "RANGE", "must be a link from 1 to the last one, " + head);
        });
        var closed = journal.closedThrough(company, asOf)
                .filter(through -> through.compareTo(period) >= 0)
                .isPresent();
        return journal.reps(company).stream()
                .map(rep -> Map.entry(rep, through(company, rep, asOf)))
                .filter(of -> !of.getValue().isEmpty())
                .map(of -> Statement.of(of.getKey(), period, of.getValue(), closed)
                        .disputed(disputes.of(company, of.getKey()).stream()
                                .flatMap(dispute -> dispute.asOf(at).stream())
                                .toList()))
                .toList();
    }

    private List<EarningEntry> through(CompanyId company, RepId rep, long asOf) {
        return journal.ofRep(company, rep).stream()
                .filter(entry -> entry.seq() <= asOf)
                .toList();
    }

    EarningChain.Verified verified(CompanyId company) {
        try (var chain = journal.after(company, 0)) {
            return EarningChain.verified(company, chain);
        }
    }
}
