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
import dev.tandem.credit.export.AsOf;
import dev.tandem.credit.ledger.Ledger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The budgets of the agreement in force against what was spent, now or as was known at an entry of the joint journal.
@Service
class Budgets {
    private final Expensing expensing;
    private final Ledger ledger;

    Budgets(Expensing expensing, Ledger ledger) {
        this.expensing = expensing;
        this.ledger = ledger;
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

    /// @throws dev.tandem.kit.web.ProblemException 400 naming `asOf`, when there is no such entry
    List<Row> of(PartnershipChanged now, @Nullable LocalDate effectiveThrough, @Nullable String asOf) {
        var pair = AsOf.of(ledger, now.partnership(), asOf, effectiveThrough);
        var partnership = pair.agreed(now);
        var folds = partnership.inForce().map(Agreement::expenses).stream()
                .flatMap(each -> each.budgets().stream().map(budget -> new Fold(each, budget)))
                .toList();
        Consumer<Expense> use = expense -> folds.forEach(fold -> fold.add(expense, partnership, pair));
        pair.knownAt().ifPresentOrElse(at -> expensing.eachAsOf(now, at, use), () -> expensing.each(now, use));
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

        void add(Expense expense, PartnershipChanged partnership, AsOf pair) {
            shared(expense.agreed(), partnership, pair).ifPresent(ruled -> {
                actual = actual.plus(ruled.shared());
                ruled.parts().forEach((party, split) -> borne.merge(party, split.amount(), Money::plus));
            });
            shared(expense.waiting().orElse(null), partnership, pair)
                    .ifPresent(ruled -> waiting = waiting.plus(ruled.shared()));
        }

        private Optional<Ruled.Shared> shared(@Nullable Spent spent, PartnershipChanged partnership, AsOf pair) {
            return spent != null
                            && covers(spent)
                            && pair.takes(spent.on())
                            && Ruling.of(spent, partnership) instanceof Ruled.Shared ruled
                    ? Optional.of(ruled)
                    : Optional.empty();
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
