package dev.tandem.roster.partnership;

import dev.tandem.contracts.CompanyId;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.ProblemException;
import java.util.Collection;
import java.util.Locale;

/// What a party can do to a partnership; each is named after the resource that does it over HTTP.
enum Transition {
    ACCEPTANCE,
    REJECTION,
    CANCELLATION,
    /// Stopping all sharing for a while.
    SUSPENSION,
    /// Taking back one's own suspension.
    RESUMPTION,
    /// After which the partnership ends.
    NOTICE,
    /// Of one's own.
    NOTICE_WITHDRAWAL,
    /// Saying whether the partnership fits.
    FIT,
    /// Proposing a revision of the agreement.
    REVISION,
    /// Of an open revision.
    SIGNATURE,
    /// Of an open revision.
    REFUSAL;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Thrown for what the invitation or the course of the partnership does not allow this party.
    static ProblemException notNow(Partnership partnership, Transition transition, CompanyId by) {
        return refused(
                "NOT_ALLOWED_NOW",
                "The partnership is " + partnership.status() + ": " + transition.word() + " is not yours to do now.",
                new Standing(partnership).allowedTo(by));
    }

    /// Thrown for what the present state does not allow this party.
    static ProblemException refused(String code, String sentence, Collection<Transition> allowed) {
        return Problem.conflict(
                code, sentence, allowed.stream().sorted().map(Transition::word).toList());
    }
}
