package dev.tandem.roster.erasure;

import dev.tandem.contracts.erasure.PersonErased;
import dev.tandem.kit.intake.Incoming;
import org.springframework.stereotype.Component;

/// Hears of the other services that they forgot a person. The last answer of each holds, so a repetition changes
/// nothing.
@Component
public final class HearingAnswers {
    private final Answers answers;

    HearingAnswers(Answers answers) {
        this.answers = answers;
    }

    public void on(Incoming<PersonErased> event) {
        answers.note(event.payload().company(), event.payload());
    }
}
