package dev.tandem.engine;

import java.util.List;
import java.util.stream.Stream;

/// Answers questions about two accounts from the evidence for them and for their rivals.
final class Asking {
    /// By field, the clue that it agrees, and how somebody would say that.
    private static final List<Agreement> AGREEMENTS = List.of(
            new Agreement("registrationId", Clue.REGISTRATION_SAME, "registration number"),
            new Agreement("website", Clue.DOMAIN_SAME_UNIQUE, "domain"),
            new Agreement("phone", Clue.PHONE_SAME, "phone number"),
            new Agreement("street", Clue.STREET_SAME, "street address"),
            new Agreement("postcode", Clue.POSTCODE_SAME, "postcode"),
            new Agreement("city", Clue.CITY_SAME, "city"),
            new Agreement("country", Clue.COUNTRY_SAME, "country"));

    /// Fields that a match may rest on.
    private static final List<Agreement> AGREEMENTS_THAT_CARRY = List.of(
            new Agreement("name", Clue.NAME_SAME_UNIQUE, "names"),
            new Agreement("website", Clue.DOMAIN_SAME_UNIQUE, "domains"),
            new Agreement("phone", Clue.PHONE_SAME, "phone numbers"),
            new Agreement("registrationId", Clue.REGISTRATION_SAME, "registration numbers"));

    private static final int MOST_TOGETHER = 3;

    private final float[] weights = Weights.shipped();
    private final Explanation explanation;
    private final double against;
    private final float margin;
    private double rivals;
    private float bestRival = Rivals.NONE;

    private record Agreement(String field, Clue clue, String words) {}

    Asking(Explanation explanation, double against, float margin) {
        this.explanation = explanation;
        this.against = against;
        this.margin = margin;
    }

    /// Another pair of one of the two.
    void rival(float bits) {
        rivals += Deciding.odds(bits);
        bestRival = Math.max(bestRival, bits);
    }

    /// Of a pair that does not stand and that nobody decided about.
    Answer notStanding(boolean isCompared) {
        if (!isCompared) {
            return answer(Answer.Status.NOT_COMPARED);
        }
        var isLikelyByItself = explanation.bits() >= needed(0, Rivals.NONE);
        return answer(isLikelyByItself ? Answer.Status.RIVAL : Answer.Status.UNLIKE);
    }

    Answer answer(Answer.Status status) {
        return new Answer(
                status,
                explanation,
                switch (status) {
                    case MATCH -> undoing();
                    case CONFIRMED, REJECTED -> List.of();
                    case REVIEW, RIVAL, UNLIKE, NOT_COMPARED -> making();
                });
    }

    /// The evidence from which a pair is a match.
    private float needed(double odds, float best) {
        return Math.max(Statistics.log2((float) (against + odds)) - Deciding.CALIBRATION, best + margin);
    }

    /// One field that would have to agree; two, if no single one is enough.
    private List<Answer.Flip> making() {
        var alone = AGREEMENTS.stream()
                .flatMap(one -> enough(one.field(), one.words(), gain(one)))
                .toList();
        return alone.isEmpty() ? together() : alone;
    }

    private List<Answer.Flip> together() {
        return AGREEMENTS.stream()
                .flatMap(one -> AGREEMENTS.stream()
                        .skip(AGREEMENTS.indexOf(one) + 1L)
                        .flatMap(other -> enough(
                                one.field() + " " + other.field(),
                                one.words() + " and the same " + other.words(),
                                gain(one) + gain(other))))
                .limit(MOST_TOGETHER)
                .toList();
    }

    private float gain(Agreement agreement) {
        return weights[agreement.clue().index] - of(agreement.field());
    }

    private Stream<Answer.Flip> enough(String field, String words, float gain) {
        var bits = explanation.bits() - namesAlone() + gain;
        return bits < needed(rivals, bestRival)
                ? Stream.empty()
                : Stream.of(new Answer.Flip(field, "if both had the same " + words, bits));
    }

    private List<Answer.Flip> undoing() {
        return AGREEMENTS_THAT_CARRY.stream()
                .map(one ->
                        new Answer.Flip(one.field(), "if the " + one.words() + " said nothing", without(one.field())))
                .filter(flip -> flip.bits() < needed(rivals, bestRival))
                .toList();
    }

    private float without(String field) {
        return explanation.bits() - of(field);
    }

    private float of(String field) {
        return (float) explanation.evidence().stream()
                .filter(one -> one.field().equals(field))
                .mapToDouble(Explanation.Evidence::bits)
                .sum();
    }

    private float namesAlone() {
        return (float) explanation.evidence().stream()
                .filter(one -> one.code().equals(Clue.NAMES_ALONE.name()))
                .mapToDouble(Explanation.Evidence::bits)
                .sum();
    }
}
