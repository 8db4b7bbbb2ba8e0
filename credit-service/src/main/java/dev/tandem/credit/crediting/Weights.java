package dev.tandem.credit.crediting;

import dev.tandem.contracts.Share;
import dev.tandem.contracts.partnership.CreditingPolicy.Rule;
import dev.tandem.contracts.partnership.Eligibility;
import dev.tandem.contracts.partnership.ParticipantRole;
import dev.tandem.contracts.partnership.WeightModel;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Turns participants into exact weights by the model of a rule.
final class Weights {
    private Weights() {}

    /// Sums to exactly one, given that [Missing] misses nobody. Who is not in it, or has no share,
    /// gets nothing.
    static SortedMap<Recipient, Share> of(Rule rule, Participants participants, Facts facts) {
        return of(rule.model(), rule.eligibility(), participants, facts);
    }

    /// The same, for whatever is divided so.
    static SortedMap<Recipient, Share> of(
            WeightModel model, @Nullable Eligibility eligibility, Participants participants, Facts facts) {
        var touches = participants.touches();
        return switch (model) {
            case WeightModel.Equal _ -> equal(participants.recipients(), Share.ALL);
            case WeightModel.Fixed fixed -> fixed(heldShares(fixed, participants), participants);
            case WeightModel.First _ -> one(touches.getFirst().who());
            case WeightModel.Last _ -> one(touches.getLast().who());
            case WeightModel.Linear _ -> Touches.each(touches, _ -> Share.ALL);
            case WeightModel.Position position -> Touches.byPosition(position, touches);
            case WeightModel.TimeDecay decay ->
                Touches.each(touches, touch -> Touches.decayed(decay, touch.on(), facts.deal()));
            case WeightModel.Shapley _ -> Shapley.of(participants.recipients(), Shapley.wonBy(facts, eligibility));
        };
    }

    /// Whether a participant's ground has to do with what the model gives.
    static boolean counts(WeightModel model, Participants participants, Participant each) {
        return switch (model) {
            case WeightModel.Equal _, WeightModel.Shapley _ -> true;
            case WeightModel.Fixed fixed -> heldShares(fixed, participants).containsKey(each.role());
            case WeightModel.First _ -> participants.touches().getFirst().equals(each);
            case WeightModel.Last _ -> participants.touches().getLast().equals(each);
            case WeightModel.Linear _, WeightModel.Position _, WeightModel.TimeDecay _ -> each.touches();
        };
    }

    /// The roles that have a share.
    static Map<ParticipantRole, Share> shares(WeightModel.Fixed fixed) {
        var shares = new EnumMap<ParticipantRole, Share>(ParticipantRole.class);
        fixed.shares().stream()
                .filter(each -> !each.share().equals(Share.NONE))
                .forEach(each -> shares.put(each.role(), each.share()));
        return shares;
    }

    private static Map<ParticipantRole, Share> heldShares(WeightModel.Fixed fixed, Participants participants) {
        var held = shares(fixed);
        held.keySet().removeIf(role -> !participants.holds(role));
        var sum = Share.sum(held.values());
        held.replaceAll((_, share) -> share.dividedBy(sum));
        return held;
    }

    private static SortedMap<Recipient, Share> fixed(Map<ParticipantRole, Share> shares, Participants participants) {
        var weights = new TreeMap<Recipient, Share>();
        shares.forEach((role, share) -> equal(participants.recipients(each -> each.role() == role), share)
                .forEach((who, part) -> weights.merge(who, part, Share::plus)));
        return weights;
    }

    private static SortedMap<Recipient, Share> equal(Collection<Recipient> recipients, Share whole) {
        var weights = new TreeMap<Recipient, Share>();
        recipients.forEach(each -> weights.put(each, whole.times(Share.of(1, recipients.size()))));
        return weights;
    }

    private static SortedMap<Recipient, Share> one(Recipient recipient) {
        return new TreeMap<>(Map.of(recipient, Share.ALL));
    }

    /// The same proportions, summing to one.
    ///
    /// @throws IllegalArgumentException when nobody has any weight
    static SortedMap<Recipient, Share> normalised(Map<Recipient, Share> weights) {
        var sum = Share.sum(weights.values());
        var normalised = new TreeMap<>(weights);
        normalised.replaceAll((_, weight) -> weight.dividedBy(sum));
        return normalised;
    }
}
