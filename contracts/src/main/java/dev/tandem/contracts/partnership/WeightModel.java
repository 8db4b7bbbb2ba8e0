package dev.tandem.contracts.partnership;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.Violation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/// Turns the participants of a deal into exact weights that sum to one, whatever their number.
///
/// Two kinds: those by who takes part ([Equal], [Fixed], [Shapley]), and those by **touches**, the
/// confirmed contributions in the order of their dates, the closing by the deal's owner being the
/// last of all.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface WeightModel {

    default List<Violation> violations(String path) {
        return List.of();
    }

    /// Every participant the same.
    record Equal() implements WeightModel {}

    /// A fixed share per role, divided equally among those who hold it. The shares sum to exactly
    /// 100 %. Owner and counterpart, if they have a share, must be held; the share of an act that
    /// nobody did goes to the others in proportion.
    record Fixed(List<RoleShare> shares) implements WeightModel {
        public Fixed {
            shares = List.copyOf(shares);
        }

        @Override
        public List<Violation> violations(String path) {
            var violations = new ArrayList<Violation>();
            var roles = EnumSet.noneOf(ParticipantRole.class);
            for (var share : shares) {
                if (!roles.add(share.role())) {
                    violations.add(new Violation(path + ".shares", "DUPLICATE_ROLE", share.role() + " is named twice"));
                }
            }
            violations.addAll(wholeOf(
                    path + ".shares", shares.stream().map(RoleShare::share).toList()));
            return violations;
        }
    }

    /// `share` of the whole goes to whoever holds `role`.
    record RoleShare(ParticipantRole role, Share share) {}

    /// All to the first touch.
    record First() implements WeightModel {}

    /// All to the last touch.
    record Last() implements WeightModel {}

    /// Every touch the same.
    record Linear() implements WeightModel {}

    /// By the place of a touch: `first`, `last`, `middle` (the one halfway, if there are three or
    /// more), and `others` shared equally by the rest. The share of a place that no touch has goes
    /// to the places held, in proportion; if those have no share at all, every touch gets the same.
    record Position(Share first, Share middle, Share last, Share others) implements WeightModel {
        /// 40/20/40: the first and the last, and a fifth for all between.
        public static Position u() {
            return new Position(Share.of(2, 5), Share.NONE, Share.of(2, 5), Share.of(1, 5));
        }

        /// 30/30/30/10: the first, the middle and the last, and a tenth for all others.
        public static Position w() {
            return new Position(Share.of(3, 10), Share.of(3, 10), Share.of(3, 10), Share.of(1, 10));
        }

        @Override
        public List<Violation> violations(String path) {
            return wholeOf(path, List.of(first, middle, last, others));
        }
    }

    /// A touch weighs half as much for every `halfLifeDays` that it lies before the deal's
    /// effective date. Between halvings the weight falls along a straight line, and after 60 of
    /// them no further, so that it is always an exact
    /// fraction.
    record TimeDecay(int halfLifeDays) implements WeightModel {
        private static final int DAYS_MAX = 3_650;

        @Override
        public List<Violation> violations(String path) {
            return halfLifeDays >= 1 && halfLifeDays <= DAYS_MAX
                    ? List.of()
                    : List.of(new Violation(path + ".halfLifeDays", "RANGE", "must be 1 to " + DAYS_MAX));
        }
    }

    /// What each participant adds to the others, by the deals won on the same joint account up to
    /// this one: every deal that some of these participants won without anybody else counts once,
    /// shared equally by who won it.
    record Shapley() implements WeightModel {}

    private static List<Violation> wholeOf(String path, List<Share> shares) {
        var sum = Share.sum(shares);
        return sum.equals(Share.ALL)
                ? List.of()
                : List.of(new Violation(
                        path, "SHARES_NOT_100_PERCENT", "shares must sum to exactly 100%, they sum to " + sum));
    }
}
