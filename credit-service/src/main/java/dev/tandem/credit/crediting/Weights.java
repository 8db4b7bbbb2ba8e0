package dev.tandem.credit.crediting;

import dev.tandem.contracts.Share;
import dev.tandem.contracts.partnership.ParticipantRole;
import dev.tandem.contracts.partnership.WeightModel;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Turns participants into exact weights by the model of a rule.
final class Weights {
    private Weights() {}

    /// Roles that must be held before the model can give credit: joint credit is shared by both sides, or by nobody.
    static Set<ParticipantRole> requiredRoles(WeightModel model) {
        return switch (model) {
            case WeightModel.Equal _ -> EnumSet.allOf(ParticipantRole.class);
            case WeightModel.Fixed fixed -> shares(fixed).keySet();
        };
    }

    /// Sums to exactly one, given that every required role is held. A role without a share gets nothing.
    static Map<Participant, Share> of(WeightModel model, Collection<Participant> participants) {
        var distinct = new TreeSet<>(participants);
        return switch (model) {
            case WeightModel.Equal _ -> equal(distinct, Share.ALL);
            case WeightModel.Fixed fixed -> fixed(shares(fixed), distinct);
        };
    }

    private static Map<ParticipantRole, Share> shares(WeightModel.Fixed fixed) {
        var shares = new EnumMap<ParticipantRole, Share>(ParticipantRole.class);
        fixed.shares().stream()
                .filter(each -> !each.share().equals(Share.NONE))
                .forEach(each -> shares.put(each.role(), each.share()));
        return shares;
    }

    private static Map<Participant, Share> fixed(Map<ParticipantRole, Share> shares, Set<Participant> participants) {
        var weights = new TreeMap<Participant, Share>();
        shares.forEach((role, share) -> {
            var holders = participants.stream()
                    .filter(participant -> participant.role() == role)
                    .collect(Collectors.toCollection(TreeSet::new));
            weights.putAll(equal(holders, share));
        });
        return weights;
    }

    private static Map<Participant, Share> equal(Set<Participant> participants, Share whole) {
        var weights = new TreeMap<Participant, Share>();
        participants.forEach(each -> weights.put(each, whole.times(Share.of(1, participants.size()))));
        return weights;
    }
}
