package dev.tandem.contracts.partnership;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.Violation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/// Turns the participants of a deal into exact weights that sum to one.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface WeightModel {

    List<Violation> violations(String path);

    /// Every participant the same.
    record Equal() implements WeightModel {
        @Override
        public List<Violation> violations(String path) {
            return List.of();
        }
    }

    /// A fixed share per role, divided equally among those who hold it. The shares sum to exactly 100 %.
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
            var sum = Share.sum(shares.stream().map(RoleShare::share).toList());
            if (!sum.equals(Share.ALL)) {
                violations.add(new Violation(
                        path + ".shares",
                        "SHARES_NOT_100_PERCENT",
                        "shares must sum to exactly 100%, they sum to " + sum));
            }
            return violations;
        }
    }

    /// `share` of the whole goes to whoever holds `role`.
    record RoleShare(ParticipantRole role, Share share) {}
}
