package dev.tandem.credit.disputing;

import dev.tandem.contracts.Money;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Violation;
import dev.tandem.credit.deal.Parties;
import dev.tandem.credit.dispute.Dispute;
import dev.tandem.credit.dispute.Dispute.Outcome;
import dev.tandem.credit.dispute.Dispute.Resolution;
import dev.tandem.credit.dispute.Disputes;
import dev.tandem.credit.disputing.DisputeEndpoints.NewResolution;
import dev.tandem.credit.disputing.MyDisputeEndpoints.NewDispute;
import dev.tandem.credit.earning.PostedLines;
import dev.tandem.credit.earning.PostedLines.PostedLine;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.StoreRefusal;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.ProblemException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/// The rules of disputes: who may dispute which line until when, and what a resolution posts.
@Service
class Disputing {
    private final Disputes disputes;
    private final PostedLines posted;
    private final Parties parties;
    private final DisputeSettings settings;
    private final Clock clock;

    Disputing(Disputes disputes, PostedLines posted, Parties parties, DisputeSettings settings, Clock clock) {
        this.disputes = disputes;
        this.posted = posted;
        this.parties = parties;
        this.settings = settings;
        this.clock = clock;
    }

    /// @param id of what the command makes
    record Command(String id, Cause.Command cause) {}

    Dispute raise(CompanyCaller caller, Command command, NewDispute wanted, RepId rep) {
        var known = disputes.find(caller.company(), command.id());
        if (known.isPresent()) {
            return disputes.raise(caller.company(), command.cause(), known.get());
        }
        var line = line(caller, rep, wanted);
        check(line, wanted);
        var taken = disputes.of(caller.company(), rep).stream()
                .anyMatch(other -> other.isOpen()
                        && other.seq() == line.seq()
                        && other.place().equals(line.place()));
        if (taken) {
            throw alreadyDisputed();
        }
        try {
            return disputes.raise(caller.company(), command.cause(), dispute(caller, command.id(), wanted, line));
        } catch (StoreRefusal.Taken meanwhile) {
            throw alreadyDisputed();
        }
    }

    private static ProblemException alreadyDisputed() {
        return Problem.conflict(
                new Violation("seq", "ALREADY_DISPUTED", "An open dispute is about this line."), List.of());
    }

    private Dispute dispute(CompanyCaller caller, String id, NewDispute wanted, PostedLine line) {
        return new Dispute(
                id,
                line.rep(),
                line.seq(),
                line.place(),
                line.amount(),
                wanted.claimed(),
                line.paid() ? null : line.payableIn(),
                who(caller),
                clock.instant(),
                today().plusDays(settings.answerDays()),
                wanted.reason(),
                null);
    }

    private PostedLine line(CompanyCaller caller, RepId rep, NewDispute wanted) {
        var found = posted.of(caller.company(), rep, wanted.seq()).stream()
                .filter(line -> line.place().rule().equals(wanted.rule()))
                .filter(line -> wanted.deal() == null
                        || wanted.deal().equals(line.place().deal()))
                .filter(line -> wanted.earnedIn() == null
                        || wanted.earnedIn().equals(line.place().earnedIn()))
                .toList();
        if (found.size() != 1) {
            throw found.isEmpty()
                    ? Problem.invalid("seq", "NO_SUCH_LINE", "no such line is on the statement")
                    : Problem.invalid("deal", "AMBIGUOUS", "several lines are so: name deal and period of earning");
        }
        return found.getFirst();
    }

    private void check(PostedLine line, NewDispute wanted) {
        var violations = new ArrayList<Violation>();
        if (!wanted.claimed().currency().equals(line.amount().currency())) {
            violations.add(new Violation("claimed.currency", "CURRENCY", "must be in the currency of the line"));
        } else if (wanted.claimed().equals(line.amount())) {
            violations.add(new Violation("claimed", "NOTHING_DISPUTED", "must be another amount than the line's"));
        }
        var last = LocalDate.ofInstant(line.knownAt(), ZoneOffset.UTC).plusDays(settings.windowDays());
        if (today().isAfter(last)) {
            violations.add(new Violation("seq", "TOO_LATE", "the line could be disputed until " + last));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }

    /// Stored and posted; should the process die in between, the next run posts it.
    Dispute resolve(CompanyCaller caller, Dispute dispute, Cause.Command cause, NewResolution wanted) {
        var ofOwn = parties.repOf(caller.company(), caller.person()).filter(dispute.rep()::equals);
        if (List.of(caller.person(), who(caller)).contains(dispute.raisedBy()) || ofOwn.isPresent()) {
            throw Problem.invalid(
                    "resolution.person",
                    "SELF_APPROVAL",
                    "nobody resolves a dispute of their own, or that they raised");
        }
        var resolution = new Resolution(
                wanted.outcome(),
                adjustment(dispute, wanted),
                posted.releasedIn(caller.company(), dispute),
                who(caller),
                clock.instant(),
                wanted.reason());
        if (!disputes.resolve(caller.company(), dispute.id(), cause, resolution)) {
            throw Problem.conflict(
                    new Violation("dispute", "ALREADY_RESOLVED", "The dispute was resolved before."), List.of());
        }
        posted.settle(caller.company(), dispute.rep(), "command-" + cause.keyHash());
        return disputes.find(caller.company(), dispute.id()).orElseThrow();
    }

    private String who(CompanyCaller caller) {
        return parties.who(caller.company(), caller.person());
    }

    private static Money adjustment(Dispute dispute, NewResolution wanted) {
        var amount = wanted.amount();
        if ((wanted.outcome() == Outcome.ADJUSTED) != (amount != null)) {
            throw Problem.invalid(
                    "amount", "ONLY_IF_ADJUSTED", "is what the line should be, for ADJUSTED and only then");
        }
        if (amount != null && !amount.currency().equals(dispute.posted().currency())) {
            throw Problem.invalid("amount.currency", "CURRENCY", "must be in the currency of the line");
        }
        return switch (wanted.outcome()) {
            case UPHELD -> dispute.claimed().minus(dispute.posted());
            case REJECTED -> Money.zero(dispute.posted().currency());
            case ADJUSTED -> java.util.Objects.requireNonNull(amount).minus(dispute.posted());
        };
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
