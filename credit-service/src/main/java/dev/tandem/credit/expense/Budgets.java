package dev.tandem.credit.expense;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.ExpensePolicy;
import dev.tandem.contracts.partnership.ExpensePolicy.Budget;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.credit.crediting.LargestRemainder;
import dev.tandem.credit.crediting.Split;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/// The budgets of the agreement in force against what was spent.
@Service
class Budgets {
    private final Expensing expensing;

    Budgets(Expensing expensing) {
        this.expensing = expensing;
    }

    /// @param actual what is shared of the expenses that another party confirmed
    /// @param waiting what would be shared of those that wait for that
    /// @param left negative where more was spent than was meant to be
    record Row(
            String category,
            YearMonth from,
            YearMonth through,
            Money budget,
            Money actual,
            Money waiting,
            Money left,
            List<Party> parties) {}

    /// @param budget what the party was to bear of the budget
    record Party(CompanyId party, Money budget, Money actual) {}

    List<Row> of(PartnershipChanged partnership) {
        var policy = partnership.inForce().map(Agreement::expenses);
        var folds = policy.stream()
                .flatMap(each -> each.budgets().stream().map(budget -> new Fold(each, budget)))
                .toList();
        var id = partnership.partnership();
        expensing.eachAgreed(id, (_, spent) -> folds.forEach(fold -> fold.add(spent, partnership, true)));
        expensing.eachWaiting(id, (_, spent) -> folds.forEach(fold -> fold.add(spent, partnership, false)));
        return folds.stream().map(Fold::row).toList();
    }

    private static final class Fold {
        private final ExpensePolicy policy;
        private final Budget budget;
        private final Map<CompanyId, Money> borne = new TreeMap<>();
        private Money actual;
        private Money waiting;

        Fold(ExpensePolicy policy, Budget budget) {
            this.policy = policy;
            this.budget = budget;
            this.actual = Money.zero(budget.amount().currency());
            this.waiting = actual;
        }

        void add(Spent spent, PartnershipChanged partnership, boolean agreed) {
            if (!covers(spent) || !(Ruling.of(spent, partnership) instanceof Ruled.Shared ruled)) {
                return;
            }
            if (agreed) {
                actual = actual.plus(ruled.shared());
                ruled.parts().forEach((party, split) -> borne.merge(party, split.amount(), Money::plus));
            } else {
                waiting = waiting.plus(ruled.shared());
            }
        }

        private boolean covers(Spent spent) {
            return spent.category().equals(budget.category())
                    && spent.amount().currency().equals(budget.amount().currency())
                    && !spent.period().isBefore(budget.from())
                    && !spent.period().isAfter(budget.through());
        }

        Row row() {
            var parties = new ArrayList<Party>();
            planned()
                    .forEach((party, split) -> parties.add(new Party(
                            party, split.amount(), borne.getOrDefault(party, Money.zero(actual.currency())))));
            return new Row(
                    budget.category(),
                    budget.from(),
                    budget.through(),
                    budget.amount(),
                    actual,
                    waiting,
                    budget.amount().minus(actual),
                    parties);
        }

        private Map<CompanyId, Split> planned() {
            var weights = new TreeMap<CompanyId, Share>();
            policy.category(budget.category())
                    .ifPresent(category -> category.parts().forEach(part -> weights.put(part.party(), part.share())));
            return LargestRemainder.divide(budget.amount(), weights);
        }
    }
}
