package dev.tandem.credit.expense;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.credit.deal.Parties;
import dev.tandem.credit.expense.Expense.Step;
import dev.tandem.credit.expense.Expense.Word;
import dev.tandem.credit.expense.ExpenseEndpoints.Paid;
import dev.tandem.credit.expense.Expensing.Saying;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Etag;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.IfMatch;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What is said about an expense, step by step, each from the version that was read.
@RestController
@RequestMapping("/credit/partnerships/{partnership}/expenses/{expense}")
class ExpenseStepEndpoints {
    private final Parties parties;
    private final Expensing expensing;
    private final Clock clock;

    ExpenseStepEndpoints(Parties parties, Expensing expensing, Clock clock) {
        this.parties = parties;
        this.expensing = expensing;
        this.clock = clock;
    }

    /// What somebody says with a step.
    sealed interface Said {
        Reason reason();

        /// What was spent, as it is now said to have been; null where nothing is corrected.
        @Nullable
        Spent spent(CompanyId payer);
    }

    record Opinion(Reason reason) implements Said {
        @Override
        public @Nullable Spent spent(CompanyId payer) {
            return null;
        }
    }

    record Correction(Paid paid, Reason reason) implements Said {
        @Override
        public Spent spent(CompanyId payer) {
            return paid.by(payer);
        }
    }

    /// One request, before anything of it is looked at.
    private record Asked(
            CompanyCaller caller, PartnershipId partnership, String expense, IdempotencyKey key, IfMatch expected) {}

    @PostMapping("/submission")
    @Allowed({Role.FINANCE, Role.ALLIANCE_MANAGER})
    ResponseEntity<ExpenseView> submit(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @PathVariable String expense,
            IdempotencyKey key,
            IfMatch expected,
            Body<Opinion> body) {
        return say(new Asked(caller, partnership, expense, key, expected), Step.SUBMISSION, body);
    }

    @PostMapping("/confirmation")
    @Allowed({Role.FINANCE, Role.ALLIANCE_MANAGER})
    ResponseEntity<ExpenseView> confirm(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @PathVariable String expense,
            IdempotencyKey key,
            IfMatch expected,
            Body<Opinion> body) {
        return say(new Asked(caller, partnership, expense, key, expected), Step.CONFIRMATION, body);
    }

    @PostMapping("/contest")
    @Allowed({Role.FINANCE, Role.ALLIANCE_MANAGER})
    ResponseEntity<ExpenseView> contest(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @PathVariable String expense,
            IdempotencyKey key,
            IfMatch expected,
            Body<Opinion> body) {
        return say(new Asked(caller, partnership, expense, key, expected), Step.CONTEST, body);
    }

    @PostMapping("/withdrawal")
    @Allowed({Role.FINANCE, Role.ALLIANCE_MANAGER})
    ResponseEntity<ExpenseView> withdraw(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @PathVariable String expense,
            IdempotencyKey key,
            IfMatch expected,
            Body<Opinion> body) {
        return say(new Asked(caller, partnership, expense, key, expected), Step.WITHDRAWAL, body);
    }

    @PostMapping("/correction")
    @Allowed({Role.FINANCE, Role.ALLIANCE_MANAGER})
    ResponseEntity<ExpenseView> correct(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @PathVariable String expense,
            IdempotencyKey key,
            IfMatch expected,
            Body<Correction> body) {
        return say(new Asked(caller, partnership, expense, key, expected), Step.CORRECTION, body);
    }

    /// Whether there is such an expense comes before what is expected of it, and that before what is said.
    private ResponseEntity<ExpenseView> say(Asked asked, Step step, Body<? extends Said> body) {
        var caller = asked.caller();
        var found = parties.partnership(caller.company(), asked.partnership())
                .filter(_ -> expensing
                        .find(asked.partnership(), caller.company(), asked.expense())
                        .isPresent())
                .orElseThrow(Problem::notFound);
        asked.expected().version();
        var cause = asked.key().cause(body, 200);
        var said = body.read();
        var who = parties.who(caller.company(), caller.person());
        var word = new Word(step, caller.company(), who, clock.instant(), said.reason());
        var saying = new Saying(asked.expense(), cause, asked.expected(), word, said.spent(caller.company()));
        var now = Objects.requireNonNull(expensing.say(found, saying).now());
        return Etag.ok(ExpenseView.of(now, found, caller.company()), now.version());
    }
}
