package dev.tandem.credit.expense;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.credit.deal.Parties;
import dev.tandem.credit.expense.Expense.Step;
import dev.tandem.credit.expense.Expense.Word;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Etag;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Joint expenses: who paid enters and submits them; another party confirms or contests.
@RestController
@RequestMapping("/credit/partnerships/{partnership}/expenses")
class ExpenseEndpoints {
    private final Parties parties;
    private final Expensing expensing;
    private final Budgets budgets;
    private final Clock clock;

    ExpenseEndpoints(Parties parties, Expensing expensing, Budgets budgets, Clock clock) {
        this.parties = parties;
        this.expensing = expensing;
        this.budgets = budgets;
        this.clock = clock;
    }

    /// What the caller's company paid.
    record Paid(
            CompanyId host,
            String category,
            LocalDate on,
            int heads,
            Money amount,
            @Nullable String country,
            @Nullable String activity,
            String evidence) {
        Spent by(CompanyId payer) {
            return new Spent(payer, host, category, on, heads, amount, country, activity, evidence);
        }
    }

    /// @param submit false for a draft, which no other party sees
    record NewExpense(Paid paid, boolean submit, Reason reason) {}

    @GetMapping
    @Allowed({Role.FINANCE, Role.ALLIANCE_MANAGER})
    Page<ExpenseView> expenses(CompanyCaller caller, @PathVariable PartnershipId partnership, Paging paging) {
        var found = found(caller, partnership);
        var rows = expensing.page(partnership, caller.company(), paging.after().orElse(""), paging.fetch()).stream()
                .map(each -> ExpenseView.of(each, found, caller.company()))
                .toList();
        return paging.page(rows, ExpenseView::id);
    }

    @PostMapping
    @Allowed({Role.FINANCE, Role.ALLIANCE_MANAGER})
    ResponseEntity<ExpenseView> enter(
            CompanyCaller caller, @PathVariable PartnershipId partnership, IdempotencyKey key, Body<NewExpense> body) {
        var found = found(caller, partnership);
        var cause = key.cause(body, 201);
        var entered = body.read();
        var spent = entered.paid().by(caller.company());
        var word = entered.submit() ? submission(caller, entered.reason()) : null;
        var expense = expensing.enter(found, new Expensing.New(key.documentId(), cause, spent, word));
        var location = URI.create("/credit/partnerships/%s/expenses/%s".formatted(partnership, expense.id()));
        return Etag.created(location, ExpenseView.of(expense, found, caller.company()), expense.version());
    }

    /// What the agreement in force means to be spent, against what was.
    record AgainstBudget(List<Budgets.Row> budgets) {}

    /// @param effectiveThrough only expenses of which the date, as it was known then, is not later
    /// @param asOf the entry of the joint journal at which all was known that is read; all there is, if left out
    @GetMapping("/budgets")
    @Allowed({Role.FINANCE, Role.ALLIANCE_MANAGER})
    AgainstBudget budgets(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @RequestParam(required = false) @Nullable LocalDate effectiveThrough,
            @RequestParam(required = false) @Nullable String asOf) {
        return new AgainstBudget(budgets.of(found(caller, partnership), effectiveThrough, asOf));
    }

    @GetMapping("/{expense}")
    @Allowed({Role.FINANCE, Role.ALLIANCE_MANAGER})
    ResponseEntity<ExpenseView> expense(
            CompanyCaller caller, @PathVariable PartnershipId partnership, @PathVariable String expense) {
        var found = found(caller, partnership);
        var now = expensing.find(partnership, caller.company(), expense).orElseThrow(Problem::notFound);
        return Etag.ok(ExpenseView.of(now, found, caller.company()), now.version());
    }

    private Word submission(CompanyCaller caller, Reason because) {
        var who = parties.who(caller.company(), caller.person());
        return new Word(Step.SUBMISSION, caller.company(), who, clock.instant(), because);
    }

    private PartnershipChanged found(CompanyCaller caller, PartnershipId partnership) {
        return parties.partnership(caller.company(), partnership).orElseThrow(Problem::notFound);
    }
}
