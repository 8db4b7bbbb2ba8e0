package dev.tandem.contracts.partnership;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a sharing policy must keep to before it may be proposed.
final class SharingChecks {
    private static final int CUSTOM_MAX = 40;

    private SharingChecks() {}

    static List<Violation> violations(SharingPolicy policy, Collection<CompanyId> parties) {
        var violations = new ArrayList<Violation>();
        var seen = new HashSet<List<?>>();
        for (int i = 0; i < policy.rules().size(); i++) {
            var rule = policy.rules().get(i);
            var place = new Place("sharing.rules[" + i + "]", rule.party(), rule.population(), rule.to());
            check(place, parties, seen, violations);
        }
        for (int i = 0; i < policy.customRules().size(); i++) {
            var rule = policy.customRules().get(i);
            var place = new Place("sharing.custom[" + i + "]", rule.party(), rule.population(), rule.to());
            check(place, parties, seen, violations);
        }
        if (policy.customRules().size() > CUSTOM_MAX) {
            violations.add(new Violation("sharing.custom", "TOO_MANY", "must be at most " + CUSTOM_MAX + " rules"));
        }
        return violations;
    }

    private record Place(
            String path,
            CompanyId party,
            Object population,
            @Nullable CompanyId to) {}

    private static void check(
            Place rule, Collection<CompanyId> parties, Set<List<?>> seen, List<Violation> violations) {
        if (!parties.contains(rule.party())) {
            violations.add(new Violation(rule.path() + ".party", "NOT_A_PARTY", "party must be one of the parties"));
        }
        var to = rule.to();
        if (to != null && (!parties.contains(to) || to.equals(rule.party()))) {
            violations.add(new Violation(rule.path() + ".to", "NOT_A_PARTY", "to must be another one of the parties"));
        }
        if (to != null && parties.size() == 2) {
            violations.add(new Violation(rule.path() + ".to", "ONE_OTHER_PARTY", "leave it out: there is one partner"));
        }
        if (!seen.add(List.of(rule.party(), rule.population(), String.valueOf(to)))) {
            violations.add(new Violation(
                    rule.path() + ".population", "DUPLICATE_RULE", "this party and population already have a rule"));
        }
    }
}
