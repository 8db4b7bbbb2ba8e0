package dev.tandem.contracts.partnership;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.Violation;
import dev.tandem.contracts.partnership.ExpensePolicy.Budget;
import dev.tandem.contracts.partnership.ExpensePolicy.Category;
import dev.tandem.contracts.partnership.ExpensePolicy.Part;
import dev.tandem.contracts.partnership.ExpensePolicy.Prevails;
import dev.tandem.contracts.partnership.ExpensePolicy.Rules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What is wrong with an expense policy, between these parties.
final class ExpensePolicyCheck {
    private static final int TEXT_MAX = 200;
    private static final int ID_MAX = 64;
    private static final int ITEMS_MAX = 100;

    private final Collection<CompanyId> parties;
    private final List<Violation> violations = new ArrayList<>();
    private final Set<Object> seen = new HashSet<>();

    ExpensePolicyCheck(Collection<CompanyId> parties) {
        this.parties = parties;
    }

    List<Violation> violations(ExpensePolicy policy) {
        size("expenses.categories", policy.categories());
        size("expenses.local", policy.local());
        size("expenses.rules", policy.rules());
        size("expenses.budgets", policy.budgets());
        for (int i = 0; i < policy.categories().size(); i++) {
            category("expenses.categories[" + i + "]", policy.categories().get(i));
        }
        for (int i = 0; i < policy.local().size(); i++) {
            local("expenses.local[" + i + "]", policy.local().get(i));
        }
        for (int i = 0; i < policy.rules().size(); i++) {
            rules("expenses.rules[" + i + "]", policy.rules().get(i), policy);
        }
        for (int i = 0; i < policy.budgets().size(); i++) {
            budget("expenses.budgets[" + i + "]", policy.budgets().get(i), policy);
        }
        return violations;
    }

    private void category(String path, Category category) {
        text(path + ".id", category.id(), ID_MAX);
        text(path + ".clause", category.clause(), TEXT_MAX);
        unique(path + ".id", category.id());
        var sum = Share.sum(category.parts().stream().map(Part::share).toList());
        check(
                path + ".parts",
                sum.equals(Share.ALL),
                "SHARES_NOT_100_PERCENT",
                "the parts must sum to exactly 100%, they sum to " + sum);
        for (int i = 0; i < category.parts().size(); i++) {
            party(path + ".parts[" + i + "].party", category.parts().get(i).party());
            unique(
                    path + ".parts[" + i + "].party",
                    category.id() + " " + category.parts().get(i).party());
        }
        named(path + ".party", category);
    }

    private void named(String path, Category category) {
        var named = category.party();
        check(
                path,
                (named != null) == (category.whose() == Prevails.PARTY),
                "ONLY_WITH_PARTY",
                "is named exactly where prevails is PARTY");
        if (named != null) {
            party(path, named);
        }
    }

    private void local(String path, ExpensePolicy.Local local) {
        party(path + ".party", local.party());
        text(path + ".clause", local.clause(), TEXT_MAX);
        unique(path, "local " + local.country() + " " + local.activity());
        var country = local.country();
        check(
                path + ".country",
                country == null || country.matches("[A-Z]{2}"),
                "MALFORMED",
                "must be two capital letters, as ISO 3166-1 has them");
    }

    private void rules(String path, Rules rules, ExpensePolicy policy) {
        party(path + ".party", rules.party());
        unique(path + ".party", "rules of " + rules.party());
        for (int i = 0; i < rules.caps().size(); i++) {
            var cap = rules.caps().get(i);
            var at = path + ".caps[" + i + "]";
            known(at + ".category", cap.category(), policy);
            text(at + ".clause", cap.clause(), TEXT_MAX);
            check(at + ".perHead", cap.perHead().amountMinor().signum() >= 0, "RANGE", "must not be negative");
            unique(
                    at,
                    "cap " + rules.party() + " " + cap.category() + " "
                            + cap.perHead().currencyCode());
        }
        for (int i = 0; i < rules.banned().size(); i++) {
            var ban = rules.banned().get(i);
            known(path + ".banned[" + i + "].category", ban.category(), policy);
            text(path + ".banned[" + i + "].clause", ban.clause(), TEXT_MAX);
        }
    }

    private void budget(String path, Budget budget, ExpensePolicy policy) {
        known(path + ".category", budget.category(), policy);
        check(path + ".through", !budget.through().isBefore(budget.from()), "RANGE", "must not be before from");
        check(path + ".amount", budget.amount().amountMinor().signum() > 0, "RANGE", "must be above zero");
        for (var month = budget.from();
                !month.isAfter(budget.through()) && month.isBefore(budget.from().plusMonths(ITEMS_MAX));
                month = month.plusMonths(1)) {
            unique(
                    path,
                    "budget " + budget.category() + " " + month
                            + budget.amount().currencyCode());
        }
    }

    private void known(String field, String category, ExpensePolicy policy) {
        check(field, policy.category(category).isPresent(), "NOT_A_CATEGORY", "must be one of the categories");
    }

    private void party(String field, CompanyId party) {
        check(field, parties.contains(party), "NOT_A_PARTY", "must be one of the parties");
    }

    private void text(String field, String text, int max) {
        check(field, !text.isBlank() && text.length() <= max, "LENGTH", "must be 1 to " + max + " characters");
    }

    private void size(String field, List<?> items) {
        check(field, items.size() <= ITEMS_MAX, "SIZE", "must be " + ITEMS_MAX + " at most");
    }

    private void unique(String field, Object name) {
        if (!seen.add(name)
                && violations.stream().noneMatch(each -> each.field().equals(field))) {
            violations.add(new Violation(field, "DUPLICATE", "another one says the same: keep one"));
        }
    }

    private void check(String field, boolean holds, String rule, String message) {
        if (!holds) {
            violations.add(new Violation(field, rule, message));
        }
    }
}
