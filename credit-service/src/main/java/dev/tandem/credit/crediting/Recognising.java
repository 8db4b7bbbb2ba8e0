package dev.tandem.credit.crediting;

import dev.tandem.contracts.Share;
import dev.tandem.contracts.partnership.Recognition;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/// The recognition points of a credited deal: those the agreement gives per deal, divided as its model weighs who took
/// part. Rests on the same facts as the credit, and on nothing that was posted.
final class Recognising {
    private Recognising() {}

    /// Empty where the agreement gives none, where somebody is missing whom the model needs, and while nothing is left
    /// of the deal.
    static List<Points> of(Governing.Revision revision, Facts facts) {
        var recognition = revision.agreement().crediting().recognition();
        if (recognition == null || facts.deal().net().amountMinor().signum() <= 0) {
            return List.of();
        }
        var participants = Participants.of(facts, recognition.eligibility());
        return Missing.of(recognition.model(), participants, facts.deal()).isPresent()
                ? List.of()
                : new Award(revision, recognition, facts, participants).points();
    }

    private record Award(Governing.Revision revision, Recognition recognition, Facts facts, Participants participants) {
        List<Points> points() {
            var weights = Weights.of(recognition.model(), recognition.eligibility(), participants, facts);
            var parts = LargestRemainder.units(BigInteger.valueOf(recognition.perDeal()), weights);
            return parts.entrySet().stream()
                    .filter(part -> part.getValue().units().signum() != 0)
                    .map(part -> new Points(
                            part.getKey().company(),
                            part.getKey().rep(),
                            part.getValue().units().longValueExact(),
                            because(part)))
                    .toList();
        }

        private Points.Because because(Map.Entry<Recipient, LargestRemainder.Part> part) {
            var grounds = participants.groundsOf(
                    each -> each.equals(part.getKey()),
                    each -> Weights.counts(recognition.model(), participants, each));
            Share share = part.getValue().share();
            return new Points.Because(
                    revision.cite(recognition),
                    grounds,
                    recognition.perDeal(),
                    share,
                    part.getValue().unit(),
                    part.getValue().units().longValueExact(),
                    0,
                    null,
                    facts.eventIds());
        }
    }
}
