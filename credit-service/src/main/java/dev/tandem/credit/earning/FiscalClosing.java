package dev.tandem.credit.earning;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.credit.plan.FiscalPeriod;
import java.time.Clock;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/// Closes a company's fiscal periods, one after the other.
@Service
class FiscalClosing {
    private static final int WRITERS_MAX = 100;

    private final EarningJournal journal;
    private final FiscalChecking checking;
    private final Clock clock;

    FiscalClosing(EarningJournal journal, FiscalChecking checking, Clock clock) {
        this.journal = journal;
        this.checking = checking;
        this.clock = clock;
    }

    /// @param itemsAccepted whether who closes saw what is still open
    record Wish(FiscalPeriod period, boolean itemsAccepted, String person) {}

    boolean closedLast(CompanyId company, FiscalPeriod period) {
        return journal.closedThrough(company).equals(Optional.of(period));
    }

    /// Closes a period with the statements of all who have one.
    ///
    /// @return why not; empty when it was closed
    Optional<Reason> close(CompanyId company, Wish wish) {
        for (int attempt = 0; attempt < WRITERS_MAX; attempt++) {
            var head = journal.head(company);
            var refusal = head.isEmpty()
                    ? Optional.of(new Reason("PERIOD_OUT_OF_ORDER", "Nothing was posted yet."))
                    : refusal(company, wish);
            if (refusal.isPresent() || journal.append(company, closed(company, wish, head.orElseThrow()))) {
                return refusal;
            }
        }
        throw new OptimisticLockingFailureException("too many runs of one company");
    }

    private Optional<Reason> refusal(CompanyId company, Wish wish) {
        var next = journal.closedThrough(company).map(FiscalPeriod::next).or(() -> firstPosted(company));
        if (next.isEmpty() || !next.get().equals(wish.period())) {
            var sentence = next.map(each -> "The next period to close is " + each + ".")
                    .orElse("Nothing was posted yet.");
            return Optional.of(new Reason("PERIOD_OUT_OF_ORDER", sentence));
        }
        var checklist = checking.checklist(company, wish.period());
        if (checklist.blocks()) {
            return Optional.of(new Reason(
                    "BLOCKED",
                    "The checklist names what stands in the way: " + String.join(" ", checklist.blockingSentences())));
        }
        return checklist.items().isEmpty() || wish.itemsAccepted()
                ? Optional.empty()
                : Optional.of(new Reason(
                        "ITEMS_OPEN", "Something is still open: say acceptsOpenItems to close nevertheless."));
    }

    private Optional<FiscalPeriod> firstPosted(CompanyId company) {
        var postings = new TreeSet<FiscalPeriod>();
        journal.eachEntry(company, entry -> entry.lines().forEach(line -> postings.add(line.posting())));
        return postings.stream().findFirst();
    }

    private EarningLink closed(CompanyId company, Wish wish, EarningLink head) {
        var statements = journal.reps(company).stream()
                .map(rep -> new FiscalClosed.Frozen(rep, statement(company, rep, wish.period())))
                .toList();
        var unsealed = new FiscalClosed(
                head.seq() + 1,
                wish.period(),
                statements,
                wish.person(),
                EarningChain.notBefore(Optional.of(head), clock.instant()),
                head.hash(),
                "");
        return new FiscalClosed(
                unsealed.seq(),
                unsealed.closed(),
                statements,
                unsealed.person(),
                unsealed.knownAt(),
                unsealed.prevHash(),
                EarningChain.hash(company, unsealed));
    }

    private String statement(CompanyId company, RepId rep, FiscalPeriod period) {
        return Statement.of(rep, period, journal.ofRep(company, rep), true).hash();
    }
}
