package dev.tandem.roster.governance;

import dev.tandem.contracts.CompanyId;
import dev.tandem.kit.web.Problem;
import dev.tandem.roster.governance.JointDecision.Outcome;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// How a joint decision goes: open until its deadline, then escalated until its last day, then what was agreed to hold
/// by default. One party's no ends it at once; it is approved when every party said yes. By the clock alone.
record Course(JointDecision decision, Instant now) {

    /// Where a decision stands.
    enum Status {
        OPEN,
        /// The deadline has passed: whom each silent party named for that decides.
        ESCALATED,
        APPROVED,
        REJECTED,
        APPROVED_BY_DEFAULT,
        REJECTED_BY_DEFAULT,
        WITHDRAWN
    }

    /// What a party can do.
    enum Move {
        APPROVAL,
        REJECTION,
        WITHDRAWAL;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Status status() {
        if (decision.withdrawn() != null) {
            return Status.WITHDRAWN;
        }
        if (decision.answers().stream().anyMatch(answer -> answer.verdict() == Outcome.REJECTED)) {
            return Status.REJECTED;
        }
        return decision.undecided() ? byClock() : Status.APPROVED;
    }

    private Status byClock() {
        if (now.isBefore(decision.terms().deadline())) {
            return Status.OPEN;
        }
        if (now.isBefore(decision.terms().lastDay())) {
            return Status.ESCALATED;
        }
        return switch (decision.terms().byDefault()) {
            case APPROVED -> Status.APPROVED_BY_DEFAULT;
            case REJECTED -> Status.REJECTED_BY_DEFAULT;
        };
    }

    Set<Move> allowedTo(CompanyId company) {
        var status = status();
        var open = status == Status.OPEN || status == Status.ESCALATED;
        if (!open || !decision.parties().contains(company)) {
            return Set.of();
        }
        if (company.equals(decision.proposed().by())) {
            return EnumSet.of(Move.WITHDRAWAL);
        }
        return decision.isAnsweredBy(company) ? Set.of() : EnumSet.of(Move.APPROVAL, Move.REJECTION);
    }

    List<String> allowedWords(CompanyId company) {
        return allowedTo(company).stream().sorted().map(Move::word).toList();
    }

    /// @throws dev.tandem.kit.web.ProblemException 409 with what is allowed
    void require(Move move, CompanyId by) {
        if (!allowedTo(by).contains(move)) {
            throw Problem.conflict(
                    "NOT_ALLOWED_NOW",
                    "The decision is " + status() + ": " + move.word() + " is not yours to do now.",
                    allowedWords(by));
        }
    }
}
