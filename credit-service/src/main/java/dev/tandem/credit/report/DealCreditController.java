package dev.tandem.credit.report;

import dev.tandem.contracts.DealId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.credit.deal.Parties;
import dev.tandem.credit.ledger.Ledger;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The credit of one deal: who has how much, why, and how it came about.
@RestController
class DealCreditController {
    private final Parties parties;
    private final Ledger ledger;
    private final Names names;

    DealCreditController(Parties parties, Ledger ledger, Names names) {
        this.parties = parties;
        this.ledger = ledger;
        this.names = names;
    }

    @GetMapping("/credit/partnerships/{partnership}/deals/{deal}")
    @Allowed({Role.FINANCE, Role.ALLIANCE_MANAGER})
    DealCredit credit(CompanyCaller caller, @PathVariable PartnershipId partnership, @PathVariable DealId deal) {
        var found = parties.partnership(caller.company(), partnership).orElseThrow(Problem::notFound);
        var entries = ledger.ofDeal(partnership, deal);
        if (entries.isEmpty()) {
            throw Problem.notFound();
        }
        return DealCredit.of(entries, names.of(caller.company(), found, DealCredit.reps(entries)));
    }
}
