package dev.tandem.accounts.overlap;

import dev.tandem.accounts.admission.Readings;
import dev.tandem.accounts.issuing.IssuedIds;
import dev.tandem.accounts.overlap.PartnerAccounts.Place;
import dev.tandem.accounts.sharing.Partnerships;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Accounts that only the partner has, where the agreement in force shows all accounts of a population.
@RestController
class PartnerAccountController {
    private final Partnerships partnerships;
    private final PartnerAccounts accounts;
    private final IssuedIds ids;
    private final Readings readings;

    PartnerAccountController(Partnerships partnerships, PartnerAccounts accounts, IssuedIds ids, Readings readings) {
        this.readings = readings;
        this.partnerships = partnerships;
        this.accounts = accounts;
        this.ids = ids;
    }

    /// @param partnerAccount names the account in this partnership only; it is not the id that the partner's CRM gave
    /// @param fields those that the agreement in force permits
    record View(String partnerAccount, CompanyId company, Map<String, String> fields) {}

    @GetMapping("/accounts/partnerships/{partnership}/partner-accounts")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN, Role.CRM})
    Page<View> partnerAccounts(CompanyCaller caller, @PathVariable PartnershipId partnership, Paging paging) {
        var found = partnerships.find(caller.company(), partnership).orElseThrow(Problem::notFound);
        readings.page(partnership, caller.company());
        var rows = accounts.page(caller.company(), found, paging.after().map(Place::of), paging.fetch());
        var page = paging.page(rows, row -> row.place().toString());
        var names = ids.partnerAccounts(partnership);
        var views = page.items().stream()
                .map(row -> new View(names.apply(row.account()), row.account().company(), row.fields()))
                .toList();
        return new Page<>(views, page.next());
    }
}
