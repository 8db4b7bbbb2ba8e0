package dev.tandem.credit.report;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.credit.deal.Parties;
import dev.tandem.credit.ledger.Ledger;
import dev.tandem.credit.ledger.Verification;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// A partnership's entries in the order of posting, and whether all of them are as they were written.
@RestController
@RequestMapping("/credit/partnerships/{partnership}/journal")
class JournalController {
    private final Parties parties;
    private final Ledger ledger;

    JournalController(Parties parties, Ledger ledger) {
        this.parties = parties;
        this.ledger = ledger;
    }

    @GetMapping
    @Allowed({Role.FINANCE, Role.ALLIANCE_MANAGER})
    Page<JournalView> journal(CompanyCaller caller, @PathVariable PartnershipId partnership, Paging paging) {
        var found = found(caller, partnership);
        var after = paging.after().map(Long::parseLong).orElse(0L);
        var rows = ledger.page(found, after, paging.fetch()).stream()
                .map(JournalView::of)
                .toList();
        return paging.page(rows, row -> Long.toString(row.seq()));
    }

    @GetMapping("/verification")
    @Allowed({Role.FINANCE, Role.ALLIANCE_MANAGER})
    Verification verification(CompanyCaller caller, @PathVariable PartnershipId partnership) {
        return ledger.verify(found(caller, partnership));
    }

    private PartnershipId found(CompanyCaller caller, PartnershipId partnership) {
        return parties.partnership(caller.company(), partnership)
                .map(PartnershipChanged::partnership)
                .orElseThrow(Problem::notFound);
    }
}
