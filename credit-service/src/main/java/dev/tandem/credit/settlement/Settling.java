package dev.tandem.credit.settlement;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.credit.CreditChange;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.credit.settlement.Posted.Leg;
import dev.tandem.credit.settlement.Signed.Signature;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Outgoing;
import dev.tandem.kit.store.Versioned;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/// Posts what is due between the parties less what is posted, and has each period's statement
/// signed by every party.
@Service
class Settling {
    private static final int WRITERS_MAX = 100;
    private static final int DUES_PER_LINK = 500;

    private final SettlementJournal journal;
    private final SettlementSignatures signatures;
    private final Dues dues;
    private final Clock clock;

    Settling(SettlementJournal journal, SettlementSignatures signatures, Dues dues, Clock clock) {
        this.journal = journal;
        this.signatures = signatures;
        this.dues = dues;
        this.clock = clock;
    }

    /// @param allowed what can be done instead
    record Refusal(Reason because, List<String> allowed) {}

    List<Link> links(PartnershipId partnership) {
        return journal.all(partnership);
    }

    SettlementSignatures.State signaturesUnder(PartnershipId partnership, YearMonth period) {
        return signatures.of(partnership, period);
    }

    /// @param through what belongs to later months is left for a later run
    /// @return how many things something was posted for
    int run(PartnershipChanged partnership, YearMonth through, String cause) {
        int posted = 0;
        for (int attempt = 0; attempt < WRITERS_MAX; attempt++) {
            var links = journal.all(partnership.partnership());
            var open = open(partnership, through, links).stream()
                    .limit(DUES_PER_LINK)
                    .toList();
            if (open.isEmpty()) {
                return posted;
            }
            if (journal.append(partnership.partnership(), next(partnership, open, links, cause), List.of())) {
                posted += open.size();
                attempt = open.size() < DUES_PER_LINK ? attempt : 0;
            }
        }
        throw new OptimisticLockingFailureException("too many runs of one partnership");
    }

    private List<Due> open(PartnershipChanged partnership, YearMonth through, List<Link> links) {
        return Chain.difference(dues.of(partnership), Chain.posted(links), through);
    }

    private Posted next(PartnershipChanged partnership, List<Due> open, List<Link> links, String cause) {
        var signedThrough = Chain.signedThrough(links).orElse(null);
        List<Leg> legs = open.stream()
                .flatMap(due -> Posted.legs(due, Chain.posting(due, signedThrough)))
                .toList();
        var at = Chain.notBefore(links, clock.instant());
        var unsealed = new Posted(links.size() + 1L, cause, at, legs, Chain.headHash(links), "");
        return new Posted(
                unsealed.seq(), cause, at, legs, unsealed.prevHash(), Chain.hash(partnership.partnership(), unsealed));
    }

    /// The one that can be signed next; empty before anything was posted.
    static Optional<YearMonth> next(List<Link> links) {
        return Chain.signedThrough(links).map(period -> period.plusMonths(1)).or(() -> Chain.firstPosted(links));
    }

    /// Signs for one company; the last party's signature makes it final. A repetition of the
    /// command does so too, should the first have died in between.
    Optional<Refusal> sign(PartnershipChanged partnership, YearMonth period, Cause cause, Signature signature) {
        var id = partnership.partnership();
        var refusal = refusal(partnership, period, signature);
        var outcome = signatures.change(
                id,
                period,
                cause,
                found -> refusal.isPresent()
                        ? Change.none()
                        : Change.to(found.map(Versioned::state)
                                .orElse(SettlementSignatures.State.NONE)
                                .with(signature)));
        if (outcome instanceof Outcome.Unchanged<SettlementSignatures.State>) {
            return refusal;
        }
        finish(partnership, period);
        return Optional.empty();
    }

    private void finish(PartnershipChanged partnership, YearMonth period) {
        var id = partnership.partnership();
        for (int attempt = 0; attempt < WRITERS_MAX; attempt++) {
            var links = journal.all(id);
            var statement = Statement.of(id, period, links);
            var all = signatures.of(id, period);
            if (!period.equals(next(links).orElse(null)) || !all.complete(partnership.parties(), statement.hash())) {
                return;
            }
            var signed = signed(id, statement, all.all(), links);
            if (journal.append(id, signed, List.of(event(id, signed, statement)))) {
                return;
            }
        }
        throw new OptimisticLockingFailureException("too many runs of one partnership");
    }

    private Signed signed(PartnershipId partnership, Statement statement, List<Signature> all, List<Link> links) {
        var at = Chain.notBefore(links, clock.instant());
        var head = Chain.headHash(links);
        var unsealed = new Signed(links.size() + 1L, statement.period(), statement.hash(), all, at, head, "");
        var hash = Chain.hash(partnership, unsealed);
        return new Signed(unsealed.seq(), statement.period(), statement.hash(), all, at, head, hash);
    }

    private static Outgoing event(PartnershipId partnership, Signed signed, Statement statement) {
        var balances = statement.balances().stream()
                .filter(balance -> !balance.amount().isZero())
                .map(balance -> new CreditChange.Balance(
                        Objects.requireNonNull(balance.creditor()),
                        Objects.requireNonNull(balance.debtor()),
                        balance.amount()))
                .toList();
        var event = new CreditChange.SettlementSigned(
                partnership, signed.seq(), signed.period(), signed.statementHash(), balances);
        return Outgoing.to(Topics.CREDITS, partnership.value(), event);
    }

    private Optional<Refusal> refusal(PartnershipChanged partnership, YearMonth period, Signature signature) {
        var id = partnership.partnership();
        var links = journal.all(id);
        var next = next(links).orElse(null);
        if (!period.equals(next)) {
            return Optional.of(new Refusal(
                    new Reason("PERIOD_OUT_OF_ORDER", "Periods are settled one after the other, once."),
                    next == null ? List.of() : List.of(next.toString())));
        }
        if (!period.atEndOfMonth()
                .isBefore(clock.instant().atZone(ZoneOffset.UTC).toLocalDate())) {
            return refused("PERIOD_NOT_ENDED", "The period has not ended yet.");
        }
        if (!open(partnership, period, links).isEmpty()) {
            return refused("RUN_FIRST", "What is due is not all posted: run the settlement first.");
        }
        if (!Statement.of(id, period, links).hash().equals(signature.statementHash())) {
            return refused("STATEMENT_CHANGED", "The statement is not what was signed any more: read it again.");
        }
        return signatures.of(id, period).signedBy(signature.company(), signature.statementHash())
                ? refused("ALREADY_SIGNED", "Your company has signed: another party's signature is missing.")
                : Optional.empty();
    }

    private static Optional<Refusal> refused(String code, String sentence) {
        return Optional.of(new Refusal(new Reason(code, sentence), List.of()));
    }
}
