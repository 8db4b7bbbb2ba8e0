package dev.tandem.credit.earning;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Violation;
import dev.tandem.credit.plan.FiscalPeriod;
import dev.tandem.credit.plan.Plan;
import dev.tandem.credit.plan.Rate;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Versioned;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A company's own plans, rates, runs, statements and closes. For every other company none of it
/// exists.
@RestController
@RequestMapping("/credit/companies/{company}")
class PayrollEndpoints {
    private final Payroll payroll;
    private final PlanBooks books;

    PayrollEndpoints(Payroll payroll, PlanBooks books) {
        this.payroll = payroll;
        this.books = books;
    }

    record Plans(List<Plan> plans) {}

    record RateList(@Size(min = 1, max = 1_000) List<Rate> rates) {}

    /// @param through the last fiscal period that is figured
    record NewRun(FiscalPeriod through) {}

    /// @param entries how many reps something was posted to
    record Run(FiscalPeriod through, int entries) {}

    record NewClose(FiscalPeriod period) {}

    record Statements(FiscalPeriod period, List<Statement> statements) {}

    record Verification(long links, List<String> findings) {}

    @GetMapping("/plans")
    @Allowed({Role.FINANCE, Role.ADMIN})
    Plans plans(CompanyCaller caller, @PathVariable CompanyId company) {
        return new Plans(books.of(own(caller, company)).plans());
    }

    /// A further revision of the plan of that name, or the first.
    @PostMapping("/plans")
    @Allowed(Role.FINANCE)
    ResponseEntity<Plan> putInForce(
            CompanyCaller caller, @PathVariable CompanyId company, IdempotencyKey key, Body<Plan> body) {
        var own = own(caller, company);
        var cause = key.cause(body, 201);
        var plan = body.read();
        var outcome = books.change(own, cause, found -> {
            var book = found.map(Versioned::state).orElse(PlanBook.EMPTY);
            return book.violations(plan).isEmpty() && book.plans().size() < PlanBook.PLANS_MAX
                    ? Change.to(book.with(plan))
                    : Change.none();
        });
        if (outcome instanceof Outcome.Unchanged<PlanBook>) {
            refuse(books.of(own).violations(plan));
        }
        return ResponseEntity.status(HttpStatus.CREATED).body(plan);
    }

    @GetMapping("/rates")
    @Allowed({Role.FINANCE, Role.ADMIN})
    RateList rates(CompanyCaller caller, @PathVariable CompanyId company) {
        return new RateList(books.of(own(caller, company)).rates());
    }

    /// Imports rates: all of them, or none.
    @PostMapping("/rates")
    @Allowed(Role.FINANCE)
    RateList importRates(
            CompanyCaller caller, @PathVariable CompanyId company, IdempotencyKey key, Body<RateList> body) {
        var own = own(caller, company);
        var cause = key.cause(body, 200);
        var added = body.read().rates();
        var outcome = books.change(own, cause, found -> {
            var book = found.map(Versioned::state).orElse(PlanBook.EMPTY);
            return book.violations(added).isEmpty() && book.rates().size() + added.size() <= PlanBook.RATES_MAX
                    ? Change.to(book.with(added))
                    : Change.none();
        });
        if (outcome instanceof Outcome.Unchanged<PlanBook>) {
            refuse(books.of(own).violations(added));
        }
        return new RateList(added);
    }

    private static void refuse(List<Violation> violations) {
        throw violations.isEmpty()
                ? Problem.conflict("FULL", "The book of plans and rates is full.", List.of())
                : Problem.invalid(violations);
    }

    /// Posts what is due and not posted yet; nothing at all while something is missing.
    @PostMapping("/earning-runs")
    @Allowed(Role.FINANCE)
    Run run(CompanyCaller caller, @PathVariable CompanyId company, IdempotencyKey key, Body<NewRun> body) {
        var own = own(caller, company);
        var cause = key.cause(body, 200);
        var through = body.read().through();
        return switch (payroll.run(own, through, "command-" + cause.keyHash())) {
            case Payroll.Ran.Posted(var entries) -> new Run(through, entries);
            case Payroll.Ran.Refused(var missing) ->
                throw Problem.invalid(missing.stream()
                        .map(reason -> new Violation("rates", reason.code(), reason.sentence()))
                        .toList());
        };
    }

    @PostMapping("/fiscal-closes")
    @Allowed(Role.FINANCE)
    Statements close(CompanyCaller caller, @PathVariable CompanyId company, IdempotencyKey key, Body<NewClose> body) {
        var own = own(caller, company);
        key.cause(body, 200);
        var period = body.read().period();
        if (!EarningChain.closedThrough(payroll.links(own)).equals(java.util.Optional.of(period))) {
            payroll.close(own, period, caller.person()).ifPresent(refusal -> {
                throw Problem.conflict(refusal.code(), refusal.sentence(), List.of());
            });
        }
        return statements(caller, company, period);
    }

    @GetMapping("/statements")
    @Allowed(Role.FINANCE)
    Statements statements(CompanyCaller caller, @PathVariable CompanyId company, @RequestParam FiscalPeriod period) {
        var links = payroll.links(own(caller, company));
        var reps = links.stream()
                .flatMap(link -> link instanceof EarningEntry entry
                        ? java.util.stream.Stream.of(entry.rep())
                        : java.util.stream.Stream.<RepId>empty())
                .distinct()
                .sorted()
                .toList();
        return new Statements(
                period,
                reps.stream().map(rep -> Statement.of(rep, period, links)).toList());
    }

    @GetMapping("/earnings/verification")
    @Allowed(Role.FINANCE)
    Verification verification(CompanyCaller caller, @PathVariable CompanyId company) {
        var own = own(caller, company);
        var links = payroll.links(own);
        return new Verification(links.size(), EarningChain.findings(own, links.stream()));
    }

    private static CompanyId own(CompanyCaller caller, CompanyId company) {
        if (!caller.company().equals(company)) {
            throw Problem.notFound();
        }
        return company;
    }
}
