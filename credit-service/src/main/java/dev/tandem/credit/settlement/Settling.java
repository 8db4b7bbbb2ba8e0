package dev.tandem.credit.settlement;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.credit.settlement.Posted.Leg;
import dev.tandem.credit.settlement.Signed.Signature;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Versioned;
import dev.tandem.kit.web.Problem;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
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

    Standing standing(PartnershipId partnership) {
        return journal.standing(partnership);
    }

    Statement statement(PartnershipId partnership, YearMonth period) {
        return Statement.of(partnership, period, journal.ofPeriod(partnership, period));
    }

    /// As it was known at a link; who signed is told where all had.
    ///
    /// @throws dev.tandem.kit.web.ProblemException 400 naming `asOf`, when there is no such link
    SettlementView known(PartnershipId partnership, YearMonth period, long asOf) {
        var next = journal.standing(partnership).nextSeq();
        if (asOf < 0 || asOf >= next) {
            throw Problem.invalid("asOf", "RANGE", "must be a link from 0 to the last one, " + (next - 1));
        }
        var links = journal.ofPeriod(partnership, period).stream()
                .filter(link -> link.seq() <= asOf)
                .toList();
        var statement = Statement.of(partnership, period, links);
        return signed(partnership, period)
                .filter(signed -> signed.seq() <= asOf)
                .map(signed -> SettlementView.of(statement, signed.signatures(), signed.knownAt()))
                .orElseGet(() -> SettlementView.of(statement, List.of(), null));
    }

    List<Statement.Line> lines(PartnershipId partnership, YearMonth period) {
        return Statement.lines(period, journal.ofPeriod(partnership, period)).toList();
    }

    Optional<Signed> signed(PartnershipId partnership, YearMonth period) {
        return journal.signed(partnership, period);
    }

    List<YearMonth> signed(PartnershipId partnership) {
        return journal.signed(partnership);
    }

    Chain.Verified verified(PartnershipId partnership) {
        try (var all = journal.all(partnership)) {
            return Chain.verified(partnership, all);
        }
    }

    SettlementSignatures.State signaturesUnder(PartnershipId partnership, YearMonth period) {
        return signatures.of(partnership, period);
    }

    /// @param through what belongs to later months is left for a later run
    /// @return how many things something was posted for
    /// @throws dev.tandem.kit.store.StoreRefusal.KeyReused when the same key was used with another body
    int run(PartnershipChanged partnership, YearMonth through, Cause.Command command) {
        var id = partnership.partnership();
        journal.ask(id, command);
        var cause = "command-" + command.keyHash();
        int posted = 0;
        for (int attempt = 0; attempt < WRITERS_MAX; attempt++) {
            var standing = journal.standing(id);
            var open = open(partnership, through, standing);
            if (open.isEmpty()) {
                return posted;
            }
            while (!open.isEmpty()) {
                var part = open.stream().limit(DUES_PER_LINK).toList();
                var next = next(partnership, part, standing, cause);
                if (!journal.append(id, next, List.of())) {
                    break;
                }
                standing.add(next);
                posted += part.size();
                open = open.subList(part.size(), open.size());
            }
        }
        throw new OptimisticLockingFailureException("too many runs of one partnership");
    }

    private List<Due> open(PartnershipChanged partnership, YearMonth through, Standing standing) {
        return Chain.difference(dues.of(partnership), standing.posted(), through);
    }

    private Posted next(PartnershipChanged partnership, List<Due> open, Standing standing, String cause) {
        List<Leg> legs = open.stream()
                .flatMap(due -> Posted.legs(due, Chain.posting(due, standing.signedThrough())))
                .toList();
        var at = standing.notBefore(clock.instant());
        var unsealed = new Posted(standing.nextSeq(), cause, at, legs, standing.headHash(), "");
        return new Posted(
                unsealed.seq(), cause, at, legs, unsealed.prevHash(), Chain.hash(partnership.partnership(), unsealed));
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
            var standing = journal.standing(id);
            var statement = statement(id, period);
            var all = signatures.of(id, period);
            if (!period.equals(standing.next().orElse(null))
                    || !all.complete(partnership.parties(), statement.hash())) {
                return;
            }
            var signed = signed(id, statement, all.all(), standing);
            if (journal.append(id, signed, List.of(signed.event(id, statement)))) {
                return;
            }
        }
        throw new OptimisticLockingFailureException("too many runs of one partnership");
    }

    private Signed signed(PartnershipId partnership, Statement statement, List<Signature> all, Standing standing) {
        var at = standing.notBefore(clock.instant());
        var head = standing.headHash();
        var unsealed = new Signed(standing.nextSeq(), statement.period(), statement.hash(), all, at, head, "");
        var hash = Chain.hash(partnership, unsealed);
        return new Signed(unsealed.seq(), statement.period(), statement.hash(), all, at, head, hash);
    }

    private Optional<Refusal> refusal(PartnershipChanged partnership, YearMonth period, Signature signature) {
        var id = partnership.partnership();
        var standing = journal.standing(id);
        var next = standing.next().orElse(null);
        if (!period.equals(next)) {
            return Optional.of(new Refusal(
                    new Reason("PERIOD_OUT_OF_ORDER", "Periods are settled one after the other, once."),
                    next == null ? List.of() : List.of(next.toString())));
        }
        if (!period.atEndOfMonth()
                .isBefore(clock.instant().atZone(ZoneOffset.UTC).toLocalDate())) {
            return refused("PERIOD_NOT_ENDED", "The period has not ended yet.");
        }
        if (!open(partnership, period, standing).isEmpty()) {
            return refused("RUN_FIRST", "What is due is not all posted: run the settlement first.");
        }
        if (!statement(id, period).hash().equals(signature.statementHash())) {
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
