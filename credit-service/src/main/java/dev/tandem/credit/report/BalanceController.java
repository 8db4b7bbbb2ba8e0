package dev.tandem.credit.report;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.credit.deal.Parties;
import dev.tandem.credit.ledger.Ledger;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Everybody's credit of the deals up to an effective date, as it was known at an entry.
@RestController
class BalanceController {
    private final Parties parties;
    private final Ledger ledger;
    private final Reports reports;

    BalanceController(Parties parties, Ledger ledger, Reports reports) {
        this.parties = parties;
        this.ledger = ledger;
        this.reports = reports;
    }

    /// @param effectiveThrough every date there is, if left out
    /// @param asOf the last entry, if left out
    @GetMapping("/credit/partnerships/{partnership}/balances")
    @Allowed({Role.FINANCE, Role.ALLIANCE_MANAGER})
    Balances balances(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @RequestParam(required = false) @Nullable LocalDate effectiveThrough,
            @RequestParam(required = false) @Nullable Long asOf) {
        if (parties.partnership(caller.company(), partnership).isEmpty()) {
            throw Problem.notFound();
        }
        var head = ledger.head(partnership);
        if (asOf != null && (asOf < 0 || asOf > head)) {
            throw Problem.invalid("asOf", "RANGE", "must be an entry from 0 to the last one, " + head);
        }
        var through = effectiveThrough == null ? LocalDate.of(9999, 12, 31) : effectiveThrough;
        return reports.balances(partnership, new Balances.At(through, asOf == null ? head : asOf));
    }
}
