package dev.tandem.credit.cut;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.credit.deal.Parties;
import dev.tandem.credit.export.JournalFilter;
import dev.tandem.credit.ledger.Ledger;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The credit of a company's own people over all its partnerships, and so by partner.
@RestController
@RequestMapping("/credit/companies/{company}/cuts")
class OwnCutEndpoints {
    private final Parties parties;
    private final Ledger ledger;

    OwnCutEndpoints(Parties parties, Ledger ledger) {
        this.parties = parties;
        this.ledger = ledger;
    }

    /// @param by names of dimensions, separated by commas; by partnership, if left out
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Role.FINANCE)
    Page<Cut.Row> cut(
            CompanyCaller caller,
            @PathVariable CompanyId company,
            @RequestParam(defaultValue = "partnership") String by,
            @ParameterObject JournalFilter filter,
            Paging paging) {
        var cut = own(caller, company, by, filter);
        return Cut.Row.page(rows(company, cut), paging);
    }

    @GetMapping(produces = "text/csv")
    @Allowed(Role.FINANCE)
    String csv(
            CompanyCaller caller,
            @PathVariable CompanyId company,
            @RequestParam(defaultValue = "partnership") String by,
            @ParameterObject JournalFilter filter) {
        var cut = own(caller, company, by, filter);
        return CutTable.of(cut, rows(company, cut));
    }

    private static Cut own(CompanyCaller caller, CompanyId company, String by, JournalFilter filter) {
        if (!caller.company().equals(company)) {
            throw Problem.notFound();
        }
        filter.check(List.of(company));
        if (filter.asOf() != null) {
            throw Problem.invalid("asOf", "OF_ONE_PARTNERSHIP", "an entry is one of a single partnership's journal");
        }
        return new Cut(Dimension.named(by), filter.of(company));
    }

    private List<Cut.Row> rows(CompanyId company, Cut cut) {
        var fold = cut.fold();
        for (var partnership : parties.partnershipsOf(company).stream()
                .map(PartnershipChanged::partnership)
                .toList()) {
            try (var chain = ledger.through(partnership, ledger.head(partnership))) {
                chain.forEachOrdered(link -> fold.add(partnership, link));
            }
        }
        return fold.rows();
    }
}
