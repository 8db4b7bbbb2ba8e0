package dev.tandem.accounts.deal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.accounts.sharing.Partnerships;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Etag;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The deals of a partnership. The others' are shown while an agreement is in force.
@RestController
class DealController {
    private final Partnerships partnerships;
    private final SharedDeals deals;

    DealController(Partnerships partnerships, SharedDeals deals) {
        this.partnerships = partnerships;
        this.deals = deals;
    }

    /// @param ownOpportunity set for the reader's own deals only
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            DealId deal,
            long revision,
            CompanyId owner,
            JointAccountId jointAccount,
            LocalDate effectiveDate,
            Money net,
            DealChanged.Status status,
            @Nullable CrmId ownOpportunity) {
        static View of(DealChanged deal, CompanyId reader) {
            return new View(
                    deal.deal(),
                    deal.revision(),
                    deal.owner(),
                    deal.jointAccount(),
                    deal.effectiveDate(),
                    deal.net(),
                    deal.status(),
                    deal.owner().equals(reader) ? deal.opportunity() : null);
        }
    }

    @GetMapping("/accounts/partnerships/{partnership}/deals")
    @Allowed({Role.ALLIANCE_MANAGER, Role.FINANCE, Role.ADMIN})
    Page<View> deals(CompanyCaller caller, @PathVariable PartnershipId partnership, Paging paging) {
        var found = partnership(caller, partnership);
        var rows = new ArrayList<View>();
        var after = paging.after().orElse("");
        List<DealChanged> page;
        do {
            page = deals.page(partnership, after, paging.fetch());
            page.stream()
                    .filter(deal -> shown(deal, found, caller))
                    .forEach(deal -> rows.add(View.of(deal, caller.company())));
            after = page.isEmpty() ? after : page.getLast().deal().value();
        } while (rows.size() < paging.fetch() && page.size() == paging.fetch());
        return paging.page(
                rows.subList(0, Math.min(rows.size(), paging.fetch())),
                view -> view.deal().value());
    }

    @GetMapping("/accounts/partnerships/{partnership}/deals/{deal}")
    @Allowed({Role.ALLIANCE_MANAGER, Role.FINANCE, Role.ADMIN})
    ResponseEntity<View> deal(
            CompanyCaller caller, @PathVariable PartnershipId partnership, @PathVariable DealId deal) {
        var found = partnership(caller, partnership);
        return deals.find(partnership, deal)
                .filter(each -> shown(each, found, caller))
                .map(each -> Etag.ok(View.of(each, caller.company()), each.revision()))
                .orElseThrow(Problem::notFound);
    }

    private static boolean shown(DealChanged deal, PartnershipChanged partnership, CompanyCaller caller) {
        return deal.owner().equals(caller.company()) || partnership.inForce().isPresent();
    }

    private PartnershipChanged partnership(CompanyCaller caller, PartnershipId partnership) {
        return partnerships.find(caller.company(), partnership).orElseThrow(Problem::notFound);
    }
}
