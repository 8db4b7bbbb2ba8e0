package dev.tandem.credit.period;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.credit.ledger.Ledger;
import dev.tandem.credit.ledger.Link;
import dev.tandem.credit.ledger.PeriodClosed;
import dev.tandem.credit.ledger.PeriodClosed.Agreed;
import dev.tandem.credit.ledger.PeriodClosed.Signature;
import dev.tandem.credit.report.Statements;
import dev.tandem.credit.report.Statements.Statement;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Versioned;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The periods of a partnership: months, closed one after the other when every party signed the
/// same statement.
@Service
class Periods {
    private final PeriodSignatures signatures;
    private final Statements statements;
    private final Checking checking;
    private final Ledger ledger;
    private final Clock clock;

    Periods(PeriodSignatures signatures, Statements statements, Checking checking, Ledger ledger, Clock clock) {
        this.signatures = signatures;
        this.statements = statements;
        this.checking = checking;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// @param allowed what can be done instead
    record Refusal(Reason because, List<String> allowed) {}

    List<PeriodClosed> closed(PartnershipId partnership) {
        return ledger.closed(partnership);
    }

    /// The one that can be closed next; empty before anything was posted.
    Optional<YearMonth> next(PartnershipId partnership) {
        var closed = closed(partnership);
        return closed.isEmpty()
                ? statements.firstPosted(partnership, ledger.head(partnership))
                : Optional.of(closed.getLast().period().plusMonths(1));
    }

    PeriodView view(PartnershipChanged partnership, YearMonth period) {
        var id = partnership.partnership();
        var closed = closed(id, period);
        var statement = statements.of(id, period, closed.map(Link::seq).orElseGet(() -> ledger.head(id)));
        var all = signatures.of(id, period);
        return closed.map(link -> PeriodView.closed(link, statement))
                .orElseGet(() -> PeriodView.open(statement, all, checking.checklist(id, statement)));
    }

    private Optional<PeriodClosed> closed(PartnershipId partnership, YearMonth period) {
        return closed(partnership).stream()
                .filter(each -> each.period().equals(period))
                .findFirst();
    }

    /// Signs, and closes the period if this was the last signature; a repetition of the command
    /// closes it too, should the first have died in between.
    ///
    /// @return why it was refused; empty when it was signed
    Optional<Refusal> sign(PartnershipChanged partnership, YearMonth period, Cause cause, Signing signing) {
        var refusal = refusal(partnership, period, signing);
        var outcome = signatures.change(
                partnership.partnership(),
                period,
                cause,
                found -> refusal.isPresent()
                        ? Change.none()
                        : Change.to(found.map(Versioned::state)
                                .orElse(Signatures.NONE)
                                .with(signing.signature())));
        if (outcome instanceof Outcome.Unchanged<Signatures>) {
            return refusal;
        }
        ledger.close(partnership.partnership(), head -> agreed(partnership, period, head));
        return Optional.empty();
    }

    /// @param itemsAccepted whether the signer saw what is still open
    record Signing(Signature signature, boolean itemsAccepted) {}

    private Optional<Agreed> agreed(PartnershipChanged partnership, YearMonth period, Link head) {
        var id = partnership.partnership();
        var all = signatures.of(id, period);
        var statement = statements.of(id, period, head.seq());
        return closed(id, period).isEmpty() && all.complete(partnership.parties(), statement.hash())
                ? Optional.of(new Agreed(period, statement.hash(), all.all(), "signatures-" + period))
                : Optional.empty();
    }

    private Optional<Refusal> refusal(PartnershipChanged of, YearMonth period, Signing signing) {
        var partnership = of.partnership();
        var next = next(partnership).orElse(null);
        if (!period.equals(next)) {
            return Optional.of(outOfOrder(partnership, period, next));
        }
        if (!period.atEndOfMonth()
                .isBefore(clock.instant().atZone(ZoneOffset.UTC).toLocalDate())) {
            return refused("PERIOD_NOT_ENDED", "The period has not ended yet.");
        }
        return refusal(of, statements.of(partnership, period, ledger.head(partnership)), signing);
    }

    private Optional<Refusal> refusal(PartnershipChanged of, Statement statement, Signing signing) {
        var partnership = of.partnership();
        if (!statement.hash().equals(signing.signature().statementHash())) {
            return refused("STATEMENT_CHANGED", "The statement is not what was signed any more: read it again.");
        }
        var company = signing.signature().company();
        var all = signatures.of(partnership, statement.period());
        var signed =
                all.of(company).stream().anyMatch(each -> each.statementHash().equals(statement.hash()));
        // When all have signed and it is not closed yet, whoever signs again has it closed.
        if (signed && !all.complete(of.parties(), statement.hash())) {
            return refused("ALREADY_SIGNED", "Your company signed this statement: the other parties are to sign it.");
        }
        var checklist = checking.checklist(partnership, statement);
        if (checklist.blocks()) {
            return refused("BLOCKED", "The checklist names what stands in the way.");
        }
        return checklist.items().isEmpty() || signing.itemsAccepted()
                ? Optional.empty()
                : refused("ITEMS_OPEN", "Something is still open: say acceptsOpenItems to close nevertheless.");
    }

    private Refusal outOfOrder(PartnershipId partnership, YearMonth period, @Nullable YearMonth next) {
        if (closed(partnership, period).isPresent()) {
            return new Refusal(new Reason("PERIOD_CLOSED", "The period is closed."), List.of());
        }
        return next == null
                ? new Refusal(new Reason("NOTHING_POSTED", "Nothing was posted yet."), List.of())
                : new Refusal(
                        new Reason("PERIOD_OUT_OF_ORDER", "Periods are closed one after the other."),
                        List.of(next.toString()));
    }

    private static Optional<Refusal> refused(String code, String sentence) {
        return Optional.of(new Refusal(new Reason(code, sentence), List.of()));
    }
}
