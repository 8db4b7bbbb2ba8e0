package dev.tandem.roster.partnership;

import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.ProblemException;
import java.util.Collection;
import java.util.Locale;

/// What a party can do to a partnership; each is named after the resource that does it over HTTP.
enum Transition {
    ACCEPTANCE,
    REJECTION,
    CANCELLATION,
    /// Proposing a revision of the agreement.
    REVISION,
    /// Of an open revision.
    SIGNATURE,
    /// Of an open revision.
    REFUSAL;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Thrown for what the present state does not allow this party.
    static ProblemException refused(String code, String sentence, Collection<Transition> allowed) {
        return Problem.conflict(
                code, sentence, allowed.stream().sorted().map(Transition::word).toList());
    }
}
