package dev.tandem.accounts.sale;

import dev.tandem.contracts.Violation;
import dev.tandem.kit.web.Problem;
import java.util.ArrayList;
import java.util.List;

/// What a party can say of the deals of a joint account.
final class DecisionRules {
    private DecisionRules() {}

    /// @throws dev.tandem.kit.web.ProblemException 400 naming every broken rule
    static void check(Word word, JointSales known) {
        var violations = violations(word, known);
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }

    static List<Violation> violations(Word word, JointSales known) {
        var violations = new ArrayList<Violation>();
        var owners = known.owners(word.deals());
        if (!word.deals().stream().allMatch(deal -> known.find(deal).isPresent())) {
            violations.add(new Violation("deals", "UNKNOWN_DEAL", "must be deals of this joint account"));
        } else if (word.deals().size() < 2 || owners.size() != word.deals().size()) {
            violations.add(new Violation("deals", "ONE_PER_PARTY", "must be one deal each of two or more parties"));
        } else if (!owners.contains(word.company())) {
            violations.add(new Violation("deals", "NONE_IS_YOURS", "one of them must be your own"));
        }
        if (word.dealOfRecord() != null && !word.deals().contains(word.dealOfRecord())) {
            violations.add(new Violation("dealOfRecord", "NOT_ONE_OF_THEM", "must be one of the deals"));
        }
        return violations;
    }
}
