package dev.tandem.credit.report;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.credit.deal.Parties;
import dev.tandem.credit.export.JournalFilter;
import dev.tandem.credit.ledger.Ledger;
import dev.tandem.credit.ledger.Link;
import dev.tandem.credit.ledger.Verification;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import java.util.List;
import java.util.stream.Stream;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// A partnership's entries in the order of posting, and whether all of them are as they were written.
@RestController
@RequestMapping("/credit/partnerships/{partnership}/journal")
class JournalController {
    private static final int READ_AT_ONCE = 500;

    private final Parties parties;
    private final Ledger ledger;

    JournalController(Parties parties, Ledger ledger) {
        this.parties = parties;
        this.ledger = ledger;
    }

    /// Entries with the lines that are asked for; what none of them is of is left out.
    @GetMapping
    @Allowed({Role.FINANCE, Role.ALLIANCE_MANAGER})
    Page<JournalView> journal(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @ParameterObject JournalFilter filter,
            Paging paging) {
        var found = found(caller, partnership);
        filter.check(found.parties());
        var after = paging.after().map(Long::parseLong).orElse(0L);
        var through = filter.through(ledger, partnership);
        var rows = links(partnership, after, filter.takesAll() ? paging.fetch() : READ_AT_ONCE)
                .takeWhile(link -> link.seq() <= through)
                .flatMap(link -> JournalView.of(link, filter))
                .limit(paging.fetch())
                .toList();
        return paging.page(rows, row -> Long.toString(row.seq()));
    }

    private Stream<Link> links(PartnershipId partnership, long after, int atOnce) {
        return Stream.iterate(
                        ledger.page(partnership, after, atOnce),
                        page -> !page.isEmpty(),
                        page -> ledger.page(partnership, page.getLast().seq(), atOnce))
                .flatMap(List::stream);
    }

    @GetMapping("/verification")
    @Allowed({Role.FINANCE, Role.ALLIANCE_MANAGER})
    Verification verification(CompanyCaller caller, @PathVariable PartnershipId partnership) {
        return ledger.verify(found(caller, partnership).partnership());
    }

    private PartnershipChanged found(CompanyCaller caller, PartnershipId partnership) {
        return parties.partnership(caller.company(), partnership).orElseThrow(Problem::notFound);
    }
}
