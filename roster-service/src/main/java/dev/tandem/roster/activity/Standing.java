package dev.tandem.roster.activity;

import dev.tandem.contracts.CompanyId;
import dev.tandem.kit.web.Problem;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// How an activity moves: reported, then confirmed or contested by each other party, or lapsed when nobody said
/// anything in time. The reporting party can withdraw it at any time, another can change its mind.
record Standing(Activity activity, Instant now) {

    /// Where an activity stands.
    enum Status {
        REPORTED,
        CONFIRMED,
        CONTESTED,
        WITHDRAWN,
        /// Nobody confirmed it in time.
        LAPSED
    }

    /// What a party can do to it.
    enum Move {
        CONFIRMATION,
        CONTEST,
        /// By the reporting party, of the others who came.
        ACKNOWLEDGEMENT,
        WITHDRAWAL;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Status status() {
        if (activity.withdrawn() != null) {
            return Status.WITHDRAWN;
        }
        if (activity.words().isEmpty()) {
            return now.isBefore(activity.confirmBy()) ? Status.REPORTED : Status.LAPSED;
        }
        return activity.isConfirmed() ? Status.CONFIRMED : Status.CONTESTED;
    }

    Set<Move> allowedTo(CompanyId company) {
        var status = status();
        if (status == Status.WITHDRAWN) {
            return Set.of();
        }
        if (company.equals(activity.by())) {
            return activity.unacknowledged()
                    ? EnumSet.of(Move.ACKNOWLEDGEMENT, Move.WITHDRAWAL)
                    : EnumSet.of(Move.WITHDRAWAL);
        }
        return status == Status.LAPSED ? Set.of() : answersOf(company);
    }

    private Set<Move> answersOf(CompanyId company) {
        return activity.wordOf(company)
                .map(word ->
                        word.verdict() == Verdict.CONFIRMED ? EnumSet.of(Move.CONTEST) : EnumSet.of(Move.CONFIRMATION))
                .orElseGet(() -> EnumSet.of(Move.CONFIRMATION, Move.CONTEST));
    }

    List<String> allowedWords(CompanyId company) {
        return allowedTo(company).stream().sorted().map(Move::word).toList();
    }

    /// @throws dev.tandem.kit.web.ProblemException 409 with what is allowed
    void require(Move move, CompanyId by) {
        if (!allowedTo(by).contains(move)) {
            throw Problem.conflict(
                    "NOT_ALLOWED_NOW",
                    "The activity is " + status() + ": " + move.word() + " is not yours to do now.",
                    allowedWords(by));
        }
    }
}
