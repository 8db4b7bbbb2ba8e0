package dev.tandem.credit.earning;

import static java.lang.Boolean.TRUE;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Violation;
import dev.tandem.credit.plan.FiscalPeriod;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A company's own runs, statements and closes. For every other company none of it
/// exists.
@RestController
@RequestMapping("/credit/companies/{company}")
class PayrollEndpoints {
    /// A fiscal year may be named after the next one, and nobody draws pay for later ones yet.
    private static final int YEARS_AHEAD = 2;

    private final Payroll payroll;
    private final FiscalClosing closing;
    private final FiscalChecking checking;
    private final Clock clock;

    PayrollEndpoints(Payroll payroll, FiscalClosing closing, FiscalChecking checking, Clock clock) {
        this.clock = clock;
        this.payroll = payroll;
        this.closing = closing;
        this.checking = checking;
    }

    /// @param through the last fiscal period that is figured
    record NewRun(FiscalPeriod through) {}

    /// @param entries how many reps something was posted to
    record Run(FiscalPeriod through, int entries) {}

    /// @param acceptsOpenItems whether to close though something on the checklist is open
    record NewClose(FiscalPeriod period, @Nullable Boolean acceptsOpenItems) {}

    record Closing(FiscalPeriod period, boolean closed, List<FiscalChecklist.Item> checklist) {}

    record Statements(FiscalPeriod period, List<Statement> statements) {}

    /// Posts what is due and not posted yet; nothing at all while something is missing.
    @PostMapping("/earning-runs")
    @Allowed(Role.FINANCE)
    Run run(CompanyCaller caller, @PathVariable CompanyId company, IdempotencyKey key, Body<NewRun> body) {
        var own = own(caller, company);
        var cause = key.cause(body, 200);
        var through = body.read().through();
        if (through.year() > LocalDate.now(clock.withZone(ZoneOffset.UTC)).getYear() + YEARS_AHEAD) {
            throw Problem.invalid("through", "RANGE", "must not be later than in " + YEARS_AHEAD + " years");
        }
        payroll.ask(own, "run", cause);
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
        var cause = key.cause(body, 200);
        var wanted = body.read();
        payroll.ask(own, "close", cause);
        var period = wanted.period();
        if (!closing.closedLast(own, period)) {
            closing.close(own, new FiscalClosing.Wish(period, TRUE.equals(wanted.acceptsOpenItems()), caller.person()))
                    .ifPresent(refusal -> {
                        var field = refusal.code().equals("ITEMS_OPEN") ? "acceptsOpenItems" : "period";
                        throw Problem.conflict(new Violation(field, refusal.code(), refusal.sentence()), List.of());
                    });
        }
        return new Statements(period, payroll.statements(own, period));
    }

    /// What is still open in a period; nothing any more once it is closed.
    @GetMapping("/fiscal-closes/{period}")
    @Allowed(Role.FINANCE)
    Closing closing(CompanyCaller caller, @PathVariable CompanyId company, @PathVariable String period) {
        var own = own(caller, company);
        var asked = fiscal(period);
        var closed = payroll.isClosed(own, asked);
        var open = closed
                ? List.<FiscalChecklist.Item>of()
                : checking.checklist(own, asked).items();
        return new Closing(asked, closed, open);
    }

    /// For every other company nothing of it exists.
    private static CompanyId own(CompanyCaller caller, CompanyId company) {
        if (!caller.company().equals(company)) {
            throw Problem.notFound();
        }
        return company;
    }

    /// A period that is none is nothing that could ever be found.
    private static FiscalPeriod fiscal(String period) {
        try {
            return FiscalPeriod.of(period);
        } catch (IllegalArgumentException none) {
            throw Problem.notFound();
        }
    }

    /// @param asOf the last link of the company's chain that is read, so that what was said then can be said again;
    /// all there are, if left out
    @GetMapping("/statements")
    @Allowed(Role.FINANCE)
    Statements statements(
            CompanyCaller caller,
            @PathVariable CompanyId company,
            @RequestParam FiscalPeriod period,
            @RequestParam(required = false) @Nullable Long asOf) {
        var own = own(caller, company);
        return new Statements(
                period, asOf == null ? payroll.statements(own, period) : payroll.statements(own, period, asOf));
    }

    @GetMapping("/earnings/verification")
    @Allowed(Role.FINANCE)
    EarningChain.Verified verification(CompanyCaller caller, @PathVariable CompanyId company) {
        return payroll.verified(own(caller, company));
    }
}
