package dev.tandem.credit.earning;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.RepId;
import dev.tandem.credit.dispute.Dispute;
import dev.tandem.credit.plan.Earning;
import dev.tandem.credit.plan.FiscalPeriod;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// The lines posted to a company's reps, for those who dispute them.
@Service
public class PostedLines {
    private final Payroll payroll;
    private final EarningJournal journal;

    PostedLines(Payroll payroll, EarningJournal journal) {
        this.payroll = payroll;
        this.journal = journal;
    }

    /// @param paid whether it was payable in a period that is closed
    public record PostedLine(
            RepId rep,
            long seq,
            Instant knownAt,
            Earning.Place place,
            Money amount,
            FiscalPeriod payableIn,
            boolean paid) {}

    /// Those of one link of the chain; none if that is about somebody else.
    public List<PostedLine> of(CompanyId company, RepId rep, long seq) {
        var closed = journal.closedThrough(company);
        return journal.ofRep(company, rep).stream()
                .filter(entry -> entry.seq() == seq)
                .flatMap(entry -> entry.lines().stream()
                        .map(line -> new PostedLine(
                                rep,
                                seq,
                                entry.knownAt(),
                                line.earning().place(),
                                line.earning().amount(),
                                line.payableIn(),
                                closed.filter(through -> through.compareTo(line.payableIn()) >= 0)
                                        .isPresent())))
                .toList();
    }

    /// The first open period in which the line is payable at all.
    public FiscalPeriod releasedIn(CompanyId company, Dispute dispute) {
        return releasedIn(dispute, journal.closedThrough(company));
    }

    static FiscalPeriod releasedIn(Dispute dispute, Optional<FiscalPeriod> closedThrough) {
        var from = dispute.heldIn() == null ? dispute.place().earnedIn() : dispute.heldIn();
        return closedThrough
                .map(FiscalPeriod::next)
                .filter(open -> open.compareTo(from) > 0)
                .orElse(from);
    }

    /// Posts what resolutions say and nothing else.
    public void settle(CompanyId company, RepId rep, String cause) {
        payroll.settle(company, rep, cause);
    }
}
