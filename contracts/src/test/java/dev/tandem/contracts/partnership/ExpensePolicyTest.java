package dev.tandem.contracts.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.Violation;
import dev.tandem.contracts.partnership.ExpensePolicy.Ban;
import dev.tandem.contracts.partnership.ExpensePolicy.Budget;
import dev.tandem.contracts.partnership.ExpensePolicy.Cap;
import dev.tandem.contracts.partnership.ExpensePolicy.Category;
import dev.tandem.contracts.partnership.ExpensePolicy.Part;
import dev.tandem.contracts.partnership.ExpensePolicy.Prevails;
import dev.tandem.contracts.partnership.ExpensePolicy.Rules;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpensePolicyTest {
    private static final CompanyId ACME = new CompanyId("acme");
    private static final CompanyId GLOBEX = new CompanyId("globex");
    private static final CompanyId OTHER = new CompanyId("initech");
    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    @Test
    void namesTheSumOfPartsThatAreNotOneHundredPercent() {
        var policy = policy(List.of(dinner("50%", "49.99%")), List.of());
        assertThat(broken(policy)).containsExactly("expenses.categories[0].parts SHARES_NOT_100_PERCENT");
        assertThat(policy.violations(List.of(ACME, GLOBEX)).getFirst().message())
                .contains("99.99%");
    }

    @Test
    void namesThePartyExactlyWhereANamedPartyPrevails() {
        var parts = dinner("50%", "50%").parts();
        var unnamed = new Category("DINNER", parts, Prevails.PARTY, null, "E1");
        var needless = new Category("DINNER", parts, Prevails.HOST, ACME, "E1");
        var stranger = new Category("DINNER", parts, Prevails.PARTY, OTHER, "E1");
        assertThat(broken(policy(List.of(unnamed), List.of())))
                .containsExactly("expenses.categories[0].party ONLY_WITH_PARTY");
        assertThat(broken(policy(List.of(needless), List.of())))
                .containsExactly("expenses.categories[0].party ONLY_WITH_PARTY");
        assertThat(broken(policy(List.of(stranger), List.of())))
                .containsExactly("expenses.categories[0].party NOT_A_PARTY");
    }

    @Test
    void refusesRulesAndBudgetsOfCategoriesThatAreNotSharedAndSayingThingsTwice() {
        var cap = new Cap("DINNER", Money.of("80.00", "USD"), "4.2");
        var rules = new Rules(ACME, List.of(cap, cap), List.of(new Ban("OPERA", "7")));
        var budget = new Budget("OPERA", MARCH, MARCH.minusMonths(1), Money.of("0.00", "USD"));
        var policy =
                new ExpensePolicy(List.of(dinner("50%", "50%")), List.of(), List.of(rules, rules), List.of(budget));
        assertThat(broken(policy))
                .contains(
                        "expenses.rules[0].caps[1] DUPLICATE",
                        "expenses.rules[0].banned[0].category NOT_A_CATEGORY",
                        "expenses.rules[1].party DUPLICATE",
                        "expenses.budgets[0].category NOT_A_CATEGORY",
                        "expenses.budgets[0].through RANGE",
                        "expenses.budgets[0].amount RANGE");
    }

    @Test
    void refusesGoalsThatNobodyCouldKeep() {
        var target = new JointGoals.Target(
                "Half year", MARCH, MARCH.minusMonths(1), Money.of("0", "USD"), JointGoals.Counts.FULL);
        var goals = new JointGoals(
                List.of(target, target), Share.parse("101%"), new JointGoals.Band(Share.parse("110%"), Share.ALL));
        assertThat(goals.violations())
                .extracting(Violation::field)
                .contains(
                        "goals.ofCredit",
                        "goals.parity",
                        "goals.targets[0].id",
                        "goals.targets[0].amount",
                        "goals.targets[0].through",
                        "goals.targets[1].id");
    }

    private static Category dinner(String acme, String globex) {
        var parts = List.of(new Part(ACME, Share.parse(acme)), new Part(GLOBEX, Share.parse(globex)));
        return new Category("DINNER", parts, null, null, "E1");
    }

    private static ExpensePolicy policy(List<Category> categories, List<Rules> rules) {
        return new ExpensePolicy(categories, List.of(), rules, List.of());
    }

    private static List<String> broken(ExpensePolicy policy) {
        return policy.violations(List.of(ACME, GLOBEX)).stream()
                .map(each -> each.field() + " " + each.rule())
                .toList();
    }
}
