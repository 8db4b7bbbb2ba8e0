package dev.tandem.contracts.partnership;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What each party shows the others, population by population. What no rule names is Hidden.
public record SharingPolicy(List<Rule> rules) {

    /// `party` shows `fields` of its accounts in `population` at `level`. The other parties see no other field.
    /// The fields stand in the order of their declaration: that of `Set.copyOf` differs from process to process,
    /// and with it the hash of the same agreement.
    public record Rule(CompanyId party, Population population, SharingLevel level, Set<SharedField> fields) {
        public Rule {
            fields = Collections.unmodifiableSet(new TreeSet<>(fields));
        }
    }

    public SharingPolicy {
        rules = List.copyOf(rules);
    }

    public SharingLevel levelOf(CompanyId party, Population population) {
        return rules.stream()
                .filter(rule -> rule.party().equals(party) && rule.population() == population)
                .map(Rule::level)
                .findFirst()
                .orElse(SharingLevel.HIDDEN);
    }

    /// Empty for a population that is not shown row by row.
    public Set<SharedField> fieldsOf(CompanyId party, Population population) {
        return rules.stream()
                .filter(rule -> rule.party().equals(party) && rule.population() == population)
                .filter(rule -> rule.level().showsOverlappingRows())
                .map(Rule::fields)
                .findFirst()
                .orElse(Set.of());
    }

    /// Every broken rule; empty when the policy may be proposed by these parties.
    public List<Violation> violations(Collection<CompanyId> parties) {
        var violations = new ArrayList<Violation>();
        var seen = new HashSet<List<Object>>();
        for (int i = 0; i < rules.size(); i++) {
            var rule = rules.get(i);
            var path = "sharing.rules[" + i + "]";
            if (!parties.contains(rule.party())) {
                violations.add(new Violation(path + ".party", "NOT_A_PARTY", "party must be one of the parties"));
            }
            if (!seen.add(List.of(rule.party(), rule.population()))) {
                violations.add(new Violation(
                        path + ".population", "DUPLICATE_RULE", "this party and population already have a rule"));
            }
        }
        return violations;
    }
}
