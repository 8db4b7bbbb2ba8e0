package dev.tandem.credit.earning;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Reason;
import dev.tandem.credit.plan.FiscalPeriod;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    /// Closes a period with the statements of all who have one.
    ///
    /// @return why not; empty when it was closed
    Optional<Reason> close(CompanyId company, Wish wish) {
        for (int attempt = 0; attempt < WRITERS_MAX; attempt++) {
            var links = journal.all(company);
            var refusal = refusal(company, wish, links);
            if (refusal.isPresent() || journal.append(company, closed(company, wish, links))) {
                return refusal;
            }
        }
        throw new OptimisticLockingFailureException("too many runs of one company");
    }

    private Optional<Reason> refusal(CompanyId company, Wish wish, List<EarningLink> links) {
        var first = links.stream()
                .flatMap(link -> link instanceof EarningEntry entry ? entry.lines().stream() : Stream.empty())
                .map(EarningEntry.Line::posting)
                .min(FiscalPeriod::compareTo);
        var next = EarningChain.closedThrough(links).map(FiscalPeriod::next).or(() -> first);
        if (next.isEmpty() || !next.get().equals(wish.period())) {
            var sentence = next.map(each -> "The next period to close is " + each + ".")
                    .orElse("Nothing was posted yet.");
            return Optional.of(new Reason("PERIOD_OUT_OF_ORDER", sentence));
        }
        var checklist = checking.checklist(company, wish.period(), links);
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

    private EarningLink closed(CompanyId company, Wish wish, List<EarningLink> links) {
        var statements = links.stream()
                .flatMap(link -> link instanceof EarningEntry entry ? Stream.of(entry.rep()) : Stream.empty())
                .distinct()
                .sorted()
                .map(rep -> new FiscalClosed.Frozen(
                        rep, Statement.of(rep, wish.period(), links).hash()))
                .toList();
        var unsealed = new FiscalClosed(
                links.size() + 1L,
                wish.period(),
                statements,
                wish.person(),
                EarningChain.notBefore(Optional.of(links.getLast()), clock.instant()),
                links.getLast().hash(),
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
}
