package dev.tandem.credit.cut;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.credit.deal.Parties;
import dev.tandem.credit.export.AsOf;
import dev.tandem.credit.export.JournalFilter;
import dev.tandem.credit.ledger.Ledger;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Joint credit by account, product, credit type, rep, company, period or deal, in any combination.
/// What a row is of, given as filters with `by=deal`, leads to its deals, and these to their entries
/// and events.
@RestController
@RequestMapping("/credit/partnerships/{partnership}/cuts")
class CutEndpoints {
    private final Parties parties;
    private final Ledger ledger;

    CutEndpoints(Parties parties, Ledger ledger) {
        this.parties = parties;
        this.ledger = ledger;
    }

    /// @param by names of dimensions, separated by commas; by account, if left out
    /// @param effectiveThrough only deals whose date, as it was known last, is not later
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Allowed({Role.FINANCE, Role.ALLIANCE_MANAGER})
    Page<Cut.Row> cut(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @RequestParam(defaultValue = "account") String by,
            @RequestParam(required = false) @Nullable LocalDate effectiveThrough,
            @ParameterObject JournalFilter filter,
            Paging paging) {
        var rows = rows(found(caller, partnership), new Cut(Dimension.named(by), filter), effectiveThrough);
        return Cut.Row.page(rows, paging);
    }

    @GetMapping(produces = "text/csv")
    @Allowed({Role.FINANCE, Role.ALLIANCE_MANAGER})
    String csv(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @RequestParam(defaultValue = "account") String by,
            @RequestParam(required = false) @Nullable LocalDate effectiveThrough,
            @ParameterObject JournalFilter filter) {
        var found = found(caller, partnership);
        var cut = new Cut(Dimension.named(by), filter);
        return CutTable.of(cut, rows(found, cut, effectiveThrough));
    }

    private List<Cut.Row> rows(PartnershipChanged found, Cut cut, @Nullable LocalDate effectiveThrough) {
        cut.only().check(found.parties());
        var partnership = found.partnership();
        var fold = cut.fold();
        AsOf.of(ledger, partnership, cut.only().asOf(), effectiveThrough).each(link -> fold.add(partnership, link));
        return fold.rows();
    }

    private PartnershipChanged found(CompanyCaller caller, PartnershipId partnership) {
        return parties.partnership(caller.company(), partnership).orElseThrow(Problem::notFound);
    }
}
