package dev.tandem.credit.earning;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Violation;
import dev.tandem.credit.plan.FiscalPeriod;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import java.util.List;
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
    private final Payroll payroll;

    PayrollEndpoints(Payroll payroll) {
        this.payroll = payroll;
    }

    /// @param through the last fiscal period that is figured
    record NewRun(FiscalPeriod through) {}

    /// @param entries how many reps something was posted to
    record Run(FiscalPeriod through, int entries) {}

    record NewClose(FiscalPeriod period) {}

    record Statements(FiscalPeriod period, List<Statement> statements) {}

    record Verification(long links, List<String> findings) {}

    /// Posts what is due and not posted yet; nothing at all while something is missing.
    @PostMapping("/earning-runs")
    @Allowed(Role.FINANCE)
    Run run(CompanyCaller caller, @PathVariable CompanyId company, IdempotencyKey key, Body<NewRun> body) {
        var own = Own.company(caller, company);
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
        var own = Own.company(caller, company);
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
        var links = payroll.links(Own.company(caller, company));
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
        var own = Own.company(caller, company);
        var links = payroll.links(own);
        return new Verification(links.size(), EarningChain.findings(own, links.stream()));
    }
}
