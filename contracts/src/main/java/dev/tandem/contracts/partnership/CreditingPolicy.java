package dev.tandem.contracts.partnership;

import dev.tandem.contracts.Violation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/// How a deal's net amount becomes joint credit: one rule per credit type.
public record CreditingPolicy(List<Rule> rules) {

    /// The kinds of credit.
    public enum CreditType {
        REVENUE
    }

    /// What the shares of one credit type sum to.
    public enum Mode {
        /// Exactly 100 % across all participants of all parties.
        SPLIT
    }

    /// @param id names the rule in explanations, unique in the policy
    public record Rule(String id, CreditType creditType, Mode mode, WeightModel model) {}

    public CreditingPolicy {
        rules = List.copyOf(rules);
    }

    /// Every broken rule; empty when the policy may be proposed.
    public List<Violation> violations() {
        var violations = new ArrayList<Violation>();
        var types = EnumSet.noneOf(CreditType.class);
        if (rules.isEmpty()) {
            violations.add(new Violation("crediting.rules", "NO_RULE", "a crediting policy has at least one rule"));
        }
        for (int i = 0; i < rules.size(); i++) {
            var path = "crediting.rules[" + i + "]";
            if (!types.add(rules.get(i).creditType())) {
                violations.add(new Violation(path + ".creditType", "DUPLICATE_RULE", "one rule per credit type"));
            }
            violations.addAll(rules.get(i).model().violations(path + ".model"));
        }
        return violations;
    }
}
