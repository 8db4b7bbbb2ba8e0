package dev.tandem.roster.erasure;

import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.erasure.PersonErased;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.roster.rep.RepDirectory;
import org.springframework.stereotype.Component;

/// Hears of the other services that they forgot a person. The last answer of each holds, so a repetition changes
/// nothing; what it told anew on topics is superseded from then on.
@Component
public final class HearingAnswers {
    private final Answers answers;
    private final ClearingTopics clearing;
    private final RepDirectory reps;

    HearingAnswers(Answers answers, ClearingTopics clearing, RepDirectory reps) {
        this.answers = answers;
        this.clearing = clearing;
        this.reps = reps;
    }

    public void on(Incoming<PersonErased> event) {
        var answer = event.payload();
        answers.note(answer.company(), answer);
        reps.find(answer.company(), answer.rep())
                .map(known -> known.rep().crmUser())
                .filter(CrmId::isErased)
                .ifPresent(mark -> clearing.begin(answer.company(), mark));
    }
}
