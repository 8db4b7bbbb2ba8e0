package dev.tandem.roster.terms;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.Violation;
import dev.tandem.roster.terms.ExpenseRule.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/// What sections of the terms have in common: their parties are parties, and what names something names it once.
record TermsCheck(Collection<CompanyId> parties) {

    <T> List<Violation> unique(String path, List<T> items, Function<T, Object> name) {
        var violations = new ArrayList<Violation>();
        var seen = new HashSet<Object>();
        for (int i = 0; i < items.size(); i++) {
            if (!seen.add(name.apply(items.get(i)))) {
                violations.add(new Violation(path + "[" + i + "]", "DUPLICATE", "another one says the same: keep one"));
            }
        }
        return violations;
    }

    <T> List<Violation> parties(String path, List<T> items, Function<T, CompanyId> party) {
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < items.size(); i++) {
            if (!parties.contains(party.apply(items.get(i)))) {
                violations.add(
                        new Violation(path + "[" + i + "].party", "NOT_A_PARTY", "party must be one of the parties"));
            }
        }
        return violations;
    }

    List<Violation> expenses(List<ExpenseRule> rules) {
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < rules.size(); i++) {
            var path = "terms.expenses[" + i + "].parts";
            var parts = rules.get(i).parts();
            var sum = Share.sum(parts.stream().map(Part::share).toList());
            if (!sum.equals(Share.ALL)) {
                violations.add(new Violation(
                        path, "SHARES_NOT_100_PERCENT", "the parts must sum to exactly 100%, they sum to " + sum));
            }
            violations.addAll(parties(path, parts, Part::party));
            violations.addAll(unique(path, parts, Part::party));
        }
        return violations;
    }
}
