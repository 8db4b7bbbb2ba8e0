package dev.tandem.credit.earning;

import dev.tandem.credit.deal.Parties;
import dev.tandem.credit.plan.FiscalPeriod;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Role;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A rep's own statement of a fiscal period, and nobody else's.
@RestController
class MyStatementEndpoint {
    private final Parties parties;
    private final Payroll payroll;

    MyStatementEndpoint(Parties parties, Payroll payroll) {
        this.parties = parties;
        this.payroll = payroll;
    }

    /// @param statements one, or none for a caller who is no rep
    record Mine(FiscalPeriod period, List<Statement> statements) {}

    @GetMapping("/credit/me/statements")
    @Allowed(Role.REP)
    Mine mine(CompanyCaller caller, @RequestParam FiscalPeriod period) {
        var own = parties.repOf(caller.company(), caller.person()).stream()
                .map(rep -> payroll.statement(caller.company(), rep, period))
                .toList();
        return new Mine(period, own);
    }
}
