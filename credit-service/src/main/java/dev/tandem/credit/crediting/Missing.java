package dev.tandem.credit.crediting;

import dev.tandem.contracts.Reason;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.partnership.ParticipantRole;
import dev.tandem.contracts.partnership.WeightModel;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Who is missing before a model can give credit: joint credit is shared by both sides, or by
/// nobody.
final class Missing {
    private static final Set<ParticipantRole> ASSIGNED = EnumSet.of(ParticipantRole.OWNER, ParticipantRole.COUNTERPART);

    private Missing() {}

    static Optional<Reason> of(WeightModel model, Participants participants, DealChanged deal) {
        var role = required(model).stream()
                .filter(each -> !participants.holds(each))
                .findFirst();
        if (role.isPresent()) {
            return Optional.of(missing(role.get(), deal));
        }
        return bothSides(model, participants)
                ? Optional.empty()
                : Optional.of(new Reason(
                        "NO_OTHER_PARTY", "No contribution counts by which another party took part in the deal."));
    }

    private static Set<ParticipantRole> required(WeightModel model) {
        return switch (model) {
            case WeightModel.Equal _ -> ASSIGNED;
            case WeightModel.Fixed fixed -> {
                var required = EnumSet.copyOf(ASSIGNED);
                required.retainAll(Weights.shares(fixed).keySet());
                yield required;
            }
            case WeightModel.First _,
                    WeightModel.Last _,
                    WeightModel.Linear _,
                    WeightModel.Position _,
                    WeightModel.TimeDecay _,
                    WeightModel.Shapley _ -> EnumSet.of(ParticipantRole.OWNER);
        };
    }

    private static boolean bothSides(WeightModel model, Participants participants) {
        return switch (model) {
            case WeightModel.Equal _ -> true;
            case WeightModel.Fixed fixed -> {
                var shares = Weights.shares(fixed).keySet();
                yield ASSIGNED.containsAll(shares)
                        || Participants.ofTwoParties(participants.recipients(each -> shares.contains(each.role())));
            }
            case WeightModel.Shapley _ -> Participants.ofTwoParties(participants.recipients());
            case WeightModel.First _,
                    WeightModel.Last _,
                    WeightModel.Linear _,
                    WeightModel.Position _,
                    WeightModel.TimeDecay _ -> Participants.ofTwoParties(participants.recipients(Participant::touches));
        };
    }

    private static Reason missing(ParticipantRole role, DealChanged deal) {
        return role == ParticipantRole.OWNER
                ? new Reason("NO_OWNER", "The rep who owns the deal is not known yet.")
                : new Reason(
                        "NO_COUNTERPART", "No counterpart covers the joint account on " + deal.effectiveDate() + ".");
    }
}
