package dev.tandem.credit.expense;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.credit.deal.Parties;
import dev.tandem.credit.expense.Expense.Step;
import dev.tandem.credit.expense.Expense.Word;
import dev.tandem.credit.expense.ExpenseEndpoints.Paid;
import dev.tandem.credit.expense.Expensing.Saying;
import dev.tandem.kit.store.Cause;
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

    record Opinion(Reason reason) {}

    record Correction(Paid paid, Reason reason) {}

    /// One request, before its body is read.
    private record Asked(
            CompanyCaller caller, PartnershipChanged partnership, String expense, IfMatch expected, Cause cause) {}

    @PostMapping("/submission")
    @Allowed({Role.FINANCE, Role.ALLIANCE_MANAGER})
    ResponseEntity<ExpenseView> submit(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @PathVariable String expense,
            IdempotencyKey key,
            IfMatch expected,
            Body<Opinion> body) {
        var found = found(caller, partnership, expense);
        expected.version();
        var asked = new Asked(caller, found, expense, expected, key.cause(body, 200));
        return say(asked, Step.SUBMISSION, body.read().reason(), null);
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
        var found = found(caller, partnership, expense);
        expected.version();
        var asked = new Asked(caller, found, expense, expected, key.cause(body, 200));
        return say(asked, Step.CONFIRMATION, body.read().reason(), null);
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
        var found = found(caller, partnership, expense);
        expected.version();
        var asked = new Asked(caller, found, expense, expected, key.cause(body, 200));
        return say(asked, Step.CONTEST, body.read().reason(), null);
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
        var found = found(caller, partnership, expense);
        expected.version();
        var asked = new Asked(caller, found, expense, expected, key.cause(body, 200));
        return say(asked, Step.WITHDRAWAL, body.read().reason(), null);
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
        var found = found(caller, partnership, expense);
        expected.version();
        var asked = new Asked(caller, found, expense, expected, key.cause(body, 200));
        return say(asked, Step.CORRECTION, body.read().reason(), body.read().paid());
    }

    private ResponseEntity<ExpenseView> say(Asked asked, Step step, Reason because, @Nullable Paid corrected) {
        var caller = asked.caller();
        var word = new Word(step, caller.company(), caller.person(), clock.instant(), because);
        var spent = corrected == null ? null : corrected.by(caller.company());
        var saying = new Saying(asked.expense(), asked.cause(), asked.expected(), word, spent);
        var now = Objects.requireNonNull(
                expensing.say(asked.partnership(), saying).now());
        return Etag.ok(ExpenseView.of(now, asked.partnership(), caller.company()), now.version());
    }

    private PartnershipChanged found(CompanyCaller caller, PartnershipId partnership, String expense) {
        return parties.partnership(caller.company(), partnership)
                .filter(_ ->
                        expensing.find(partnership, caller.company(), expense).isPresent())
                .orElseThrow(Problem::notFound);
    }
}
