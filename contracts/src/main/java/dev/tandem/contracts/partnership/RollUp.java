package dev.tandem.contracts.partnership;

import dev.tandem.contracts.Share;
import dev.tandem.contracts.Violation;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import java.util.ArrayList;
import java.util.List;

/// Credit of type `OVERLAY` to the managers of those who have credit: `rate` of what the people
/// beneath a manager have of the type `of`, whoever of them has it. A manager counts once per deal,
/// whichever rules and roll-ups reach them: the first in the policy's order, and a rule of type
/// `OVERLAY` before all roll-ups.
///
/// @param id names it in explanations, unique among rules and roll-ups
/// @param levels how many managers up; 1: only the direct one
public record RollUp(String id, CreditType of, Share rate, int levels) {
    private static final int ID_MAX = 64;
    private static final int LEVELS_MAX = 10;

    List<Violation> violations(String path) {
        var violations = new ArrayList<Violation>();
        if (id.isBlank() || id.length() > ID_MAX) {
            violations.add(new Violation(path + ".id", "LENGTH", "an id has 1 to " + ID_MAX + " characters"));
        }
        if (rate.equals(Share.NONE) || rate.compareTo(Share.ALL) > 0) {
            violations.add(new Violation(path + ".rate", "RANGE", "must be above 0% and at most 100%"));
        }
        if (levels < 1 || levels > LEVELS_MAX) {
            violations.add(new Violation(path + ".levels", "RANGE", "must be 1 to " + LEVELS_MAX));
        }
        return violations;
    }
}
