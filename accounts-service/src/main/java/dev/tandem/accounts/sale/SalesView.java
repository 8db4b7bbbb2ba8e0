package dev.tandem.accounts.sale;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.deal.DealChanged.Status;
import dev.tandem.contracts.partnership.PartnershipChanged;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The recorded deals of one joint account as one party may see them: the others' while an agreement is in force.
///
/// @param rulings which of them are one sale, or are not, by the rule or by the parties
/// @param open which may be one sale, and who has to say so
record SalesView(
        JointAccountId jointAccount, List<Deal> deals, List<RulingView> rulings, List<Said> said, List<Open> open) {

    /// @param standing and `because`: whether it counts, and why
    /// @param ownOpportunity set for the reader's own deals only
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Deal(
            DealId deal,
            CompanyId owner,
            LocalDate effectiveDate,
            Money net,
            Status status,
            Recorded.Standing standing,
            Reason because,
            @Nullable CrmId ownOpportunity) {}

    /// @param dealOfRecord absent for different sales
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RulingView(List<DealId> deals, @Nullable DealId dealOfRecord, Reason because, boolean byParties) {}

    /// What a party said last of these deals.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Said(
            CompanyId company, List<DealId> deals, @Nullable DealId dealOfRecord, Reason reason, Instant at) {}

    /// @param awaited the parties that all have to say the same
    record Open(List<DealId> deals, List<CompanyId> awaited) {}

    static boolean visible(JointSales sales, PartnershipChanged partnership, CompanyId reader) {
        return partnership.inForce().isPresent() || sales.deals().stream().anyMatch(deal -> own(deal, reader));
    }

    static SalesView of(JointSales sales, PartnershipChanged partnership, CompanyId reader) {
        var joint = partnership.inForce().isPresent();
        var deals = sales.deals().stream()
                .filter(deal -> joint || own(deal, reader))
                .map(deal -> deal(deal, reader))
                .toList();
        return joint
                ? new SalesView(sales.jointAccount(), deals, rulings(sales), said(sales), open(sales))
                : new SalesView(sales.jointAccount(), deals, List.of(), List.of(), List.of());
    }

    private static boolean own(Recorded deal, CompanyId reader) {
        return deal.owner().equals(reader);
    }

    private static Deal deal(Recorded deal, CompanyId reader) {
        var said = deal.said();
        return new Deal(
                said.deal(),
                said.owner(),
                said.effectiveDate(),
                said.net(),
                said.status(),
                deal.standing(),
                deal.because(),
                own(deal, reader) ? said.opportunity() : null);
    }

    private static List<RulingView> rulings(JointSales sales) {
        return sales.rulings().stream()
                .map(each -> new RulingView(each.deals(), each.dealOfRecord(), each.because(), each.byPeople()))
                .toList();
    }

    private static List<Said> said(JointSales sales) {
        return sales.words().stream()
                .map(each -> new Said(each.company(), each.deals(), each.dealOfRecord(), each.reason(), each.at()))
                .toList();
    }

    private static List<Open> open(JointSales sales) {
        return sales.open().stream()
                .map(each -> new Open(each.deals(), sales.owners(each.deals())))
                .toList();
    }
}
