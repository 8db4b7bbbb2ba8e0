package dev.tandem.accounts.deal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.accounts.deal.Opportunity.Named;
import dev.tandem.accounts.sale.Recorded;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.kit.store.Versioned;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Etag;
import dev.tandem.kit.web.IfMatch;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A company's own opportunities: what became of each, and the partnership of one whose account stands in several.
@RestController
class OpportunityController {
    private final Opportunities opportunities;
    private final Deals deals;
    private final Clock clock;

    OpportunityController(Opportunities opportunities, Deals deals, Clock clock) {
        this.opportunities = opportunities;
        this.deals = deals;
        this.clock = clock;
    }

    /// @param undecided whether it is won and waits until its partnership is named
    /// @param choices the partnerships that have its account in their shared book
    /// @param standing whether its deal counts, absent while it is none; `because` says why, or why it is none
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            CrmId opportunity,
            @Nullable CrmId account,
            Opportunity.Stage stage,
            boolean undecided,
            List<PartnershipId> choices,
            @Nullable PartnershipId partnership,
            @Nullable DealId deal,
            Recorded.@Nullable Standing standing,
            Reason because) {}

    record NamingRequest(PartnershipId partnership, Reason reason) {}

    @GetMapping("/accounts/opportunities")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN, Role.CRM})
    Page<View> opportunities(
            CompanyCaller caller, Paging paging, @RequestParam(required = false) @Nullable Boolean undecided) {
        var rows = opportunities.page(
                caller.company(), Optional.ofNullable(undecided), paging.after().map(CrmId::new), paging.fetch());
        return paging.page(
                rows.stream().map(row -> view(row.state())).toList(),
                view -> view.opportunity().value());
    }

    @GetMapping("/accounts/opportunities/{opportunity}")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN, Role.CRM})
    ResponseEntity<View> opportunity(CompanyCaller caller, @PathVariable CrmId opportunity) {
        return answer(found(caller, opportunity));
    }

    /// Names the partnership in which an opportunity is, or will be, a deal.
    @PutMapping("/accounts/opportunities/{opportunity}/partnership")
    @Allowed(Role.ALLIANCE_MANAGER)
    ResponseEntity<View> name(
            CompanyCaller caller, @PathVariable CrmId opportunity, IfMatch expected, Body<NamingRequest> body) {
        expected.requireVersion(found(caller, opportunity).version());
        return answer(deals.name(caller.company(), opportunity, was -> {
            expected.requireVersion(was.version());
            var said = body.read();
            NamingRules.check(was.state(), said.partnership(), deals.homes(was.state()));
            return new Named(said.partnership(), said.reason(), caller.person(), clock.instant());
        }));
    }

    private Versioned<Opportunity> found(CompanyCaller caller, CrmId opportunity) {
        return opportunities
                .find(caller.company(), opportunity)
                .filter(found -> found.state().merged().changed() != null)
                .orElseThrow(Problem::notFound);
    }

    private ResponseEntity<View> answer(Versioned<Opportunity> now) {
        return Etag.ok(view(now.state()), now.version());
    }

    private View view(Opportunity opportunity) {
        var deal = Optional.ofNullable(opportunity.deal());
        var recorded = deals.recorded(opportunity);
        return new View(
                opportunity.id(),
                opportunity.account(),
                opportunity.stage(),
                opportunity.undecided(),
                deals.homes(opportunity).stream()
                        .map(DealState.Home::partnership)
                        .toList(),
                deal.map(each -> each.partnership())
                        .or(opportunity::namedPartnership)
                        .orElse(null),
                deal.map(each -> each.deal()).orElse(null),
                recorded.map(Recorded::standing).orElse(null),
                recorded.map(Recorded::because).orElseGet(() -> NamingRules.whyNoDeal(opportunity)));
    }
}
