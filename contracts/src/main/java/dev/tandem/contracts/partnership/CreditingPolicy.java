package dev.tandem.contracts.partnership;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.contracts.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How a deal's net amount becomes joint credit: one rule per credit type.
///
/// @param appliesFrom the deals from this date on are governed by it too, though they are older
/// than its last signature; null: only those from the last signature on
/// @param rollUps what the managers of those who are credited get; null for nothing
/// @param products whether the parties tell each other what was sold by a deal; null: they do not
/// @param recognition points for those who took part, beside the credit and never added to it; null for none
public record CreditingPolicy(
        List<Rule> rules,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate appliesFrom,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<RollUp> rollUps,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean products,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Recognition recognition) {
    private static final int ID_MAX = 64;

    /// The kinds of credit. They are never added to one another.
    public enum CreditType {
        /// What the deal was worth, to those who brought it about.
        REVENUE,
        /// The same deal once more, to those who stood behind them.
        OVERLAY
    }

    /// Of what the participants' shares are shares.
    public enum Mode {
        /// Exactly 100 % across all participants of all parties.
        SPLIT,
        /// The participants of each party share a full 100 %: both sides get the credit.
        DOUBLE,
        /// Divided as by [Mode#SPLIT], but what a party's people would get goes to the party's
        /// pool.
        POOL
    }

    /// @param id names the rule in explanations, unique in the policy
    /// @param caps null for none
    /// @param eligibility null: every confirmed contribution counts that is not later than the deal
    public record Rule(
            String id,
            CreditType creditType,
            Mode mode,
            WeightModel model,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Caps caps,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Eligibility eligibility) {

        /// Without caps, and with no further condition on contributions.
        public Rule(String id, CreditType creditType, Mode mode, WeightModel model) {
            this(id, creditType, mode, model, null, null);
        }

        private void check(String path, List<Violation> violations) {
            if (id.isBlank() || id.length() > ID_MAX) {
                violations.add(new Violation(path + ".id", "LENGTH", "an id has 1 to " + ID_MAX + " characters"));
            }
            violations.addAll(model.violations(path + ".model"));
            if (caps != null) {
                violations.addAll(caps.violations(path + ".caps", mode));
            }
            if (eligibility != null) {
                violations.addAll(eligibility.violations(path + ".eligibility"));
            }
        }
    }

    public CreditingPolicy {
        rules = List.copyOf(rules);
        rollUps = rollUps == null ? null : List.copyOf(rollUps);
    }

    /// Without recognition points.
    public CreditingPolicy(
            List<Rule> rules,
            @Nullable LocalDate appliesFrom,
            @Nullable List<RollUp> rollUps,
            @Nullable Boolean products) {
        this(rules, appliesFrom, rollUps, products, null);
    }

    /// By which the parties do not tell each other what was sold.
    public CreditingPolicy(List<Rule> rules, @Nullable LocalDate appliesFrom, @Nullable List<RollUp> rollUps) {
        this(rules, appliesFrom, rollUps, null);
    }

    /// Without anything for managers.
    public CreditingPolicy(List<Rule> rules, @Nullable LocalDate appliesFrom) {
        this(rules, appliesFrom, null);
    }

    /// For the deals from its last signature on.
    public CreditingPolicy(List<Rule> rules) {
        this(rules, null);
    }

    /// Every broken rule; empty when the policy may be proposed.
    public List<Violation> violations() {
        var violations = new ArrayList<Violation>();
        var types = EnumSet.noneOf(CreditType.class);
        var ids = new HashSet<String>();
        if (rules.isEmpty()) {
            violations.add(new Violation("crediting.rules", "NO_RULE", "a crediting policy has at least one rule"));
        }
        for (int i = 0; i < rules.size(); i++) {
            var path = "crediting.rules[" + i + "]";
            if (!types.add(rules.get(i).creditType())) {
                violations.add(new Violation(path + ".creditType", "DUPLICATE_RULE", "one rule per credit type"));
            } else if (!ids.add(rules.get(i).id())) {
                violations.add(new Violation(path + ".id", "DUPLICATE_ID", "another rule has this id"));
            }
            rules.get(i).check(path, violations);
        }
        for (int i = 0; i < managers().size(); i++) {
            var path = "crediting.rollUps[" + i + "]";
            requireOwnId(ids, managers().get(i).id(), path, violations);
            violations.addAll(managers().get(i).violations(path));
        }
        if (recognition != null) {
            requireOwnId(ids, recognition.id(), "crediting.recognition", violations);
            violations.addAll(recognition.violations("crediting.recognition"));
        }
        return violations;
    }

    private static void requireOwnId(Set<String> ids, String id, String path, List<Violation> violations) {
        if (!ids.add(id)) {
            violations.add(new Violation(path + ".id", "DUPLICATE_ID", "another rule has this id"));
        }
    }

    /// Whether a deal says what was sold.
    public boolean tellsProducts() {
        return Boolean.TRUE.equals(products);
    }

    /// What managers get, in the order in which it counts.
    public List<RollUp> managers() {
        return rollUps == null ? List.of() : rollUps;
    }
}
