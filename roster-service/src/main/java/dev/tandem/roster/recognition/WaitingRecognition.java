package dev.tandem.roster.recognition;

import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.store.Versioned;
import dev.tandem.roster.queue.Source;
import dev.tandem.roster.queue.Waiting;
import dev.tandem.roster.queue.Waiting.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Recognitions and awards that wait for another company's word.
@Component
class WaitingRecognition implements Source {
    private final Recognitions recognitions;
    private final Awards awards;

    WaitingRecognition(Recognitions recognitions, Awards awards) {
        this.recognitions = recognitions;
        this.awards = awards;
    }

    @Override
    public List<Waiting> waiting(PartnershipChanged partnership, Asker asker) {
        if (partnership.inForce().isEmpty() || !asker.forCompany()) {
            return List.of();
        }
        return Stream.concat(
                        recognitions.awaited(partnership.partnership(), LIMIT).stream()
                                .filter(each -> !each.from().company().equals(asker.company()))
                                .map(WaitingRecognition::recognition),
                        awards.page(partnership.partnership(), "", LIMIT).stream()
                                .map(Versioned::state)
                                .filter(award ->
                                        award.allowedTo(asker.company()).contains("confirmation"))
                                .map(WaitingRecognition::award))
                .limit(LIMIT)
                .toList();
    }

    private static Waiting recognition(Recognition each) {
        return new Waiting(
                Kind.RECOGNITION,
                each.partnership(),
                "/roster/partnerships/%s/recognition-answers#%s".formatted(each.partnership(), each.id()),
                "Say whether you saw it so that somebody " + each.behaviour() + ".",
                new Waiting.Clock(each.said().at(), null, "It does not count."),
                List.of("recognition-answers"));
    }

    private static Waiting award(Award award) {
        return new Waiting(
                Kind.AWARD,
                award.partnership(),
                "/roster/partnerships/%s/awards#%s".formatted(award.partnership(), award.period()),
                "Confirm the joint award of " + award.period() + ", or withdraw it.",
                new Waiting.Clock(award.proposed().at(), null, "It is not published."),
                List.of("award-confirmations", "award-withdrawals"));
    }
}
