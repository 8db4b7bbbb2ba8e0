package dev.tandem.credit.report;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.credit.deal.Parties;
import dev.tandem.credit.ledger.Ledger;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The credit report of a period, as JSON or CSV. Without `asOf` it is read at the entry that
/// closed the period, or else at the last one, and says which that was.
@RestController
@RequestMapping("/credit/partnerships/{partnership}/report")
class ReportController {
    private final Parties parties;
    private final Ledger ledger;
    private final Reports reports;

    ReportController(Parties parties, Ledger ledger, Reports reports) {
        this.parties = parties;
        this.ledger = ledger;
        this.reports = reports;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Allowed({Role.FINANCE, Role.ALLIANCE_MANAGER})
    Report report(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @RequestParam YearMonth period,
            @RequestParam(required = false) @Nullable Long asOf) {
        var found = parties.partnership(caller.company(), partnership).orElseThrow(Problem::notFound);
        var entry = asOf == null ? reports.entryFor(partnership, period) : known(partnership, asOf);
        return reports.report(caller.company(), found, period, entry);
    }

    @GetMapping(produces = "text/csv")
    @Allowed({Role.FINANCE, Role.ALLIANCE_MANAGER})
    String csv(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @RequestParam YearMonth period,
            @RequestParam(required = false) @Nullable Long asOf) {
        return ReportCsv.of(report(caller, partnership, period, asOf));
    }

    private long known(PartnershipId partnership, long asOf) {
        var head = ledger.head(partnership);
        if (asOf < 0 || asOf > head) {
            throw Problem.invalid("asOf", "RANGE", "must be an entry from 0 to the last one, " + head);
        }
        return asOf;
    }
}
