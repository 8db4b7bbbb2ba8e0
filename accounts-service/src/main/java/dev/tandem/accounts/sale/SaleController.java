package dev.tandem.accounts.sale;

import dev.tandem.accounts.alignment.SeenJointAccounts;
import dev.tandem.accounts.sharing.Partnerships;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.store.Versioned;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Etag;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.IfMatch;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Which recorded deals are one sale, and which of them is the deal of record. The parties decide what the rule cannot,
/// and may overrule it: what all whose deals they are say alike is so.
@RestController
class SaleController {
    private final Partnerships partnerships;
    private final SeenJointAccounts joints;
    private final Sales sales;
    private final SaleDesk desk;
    private final Clock clock;

    SaleController(Partnerships partnerships, SeenJointAccounts joints, Sales sales, SaleDesk desk, Clock clock) {
        this.partnerships = partnerships;
        this.joints = joints;
        this.sales = sales;
        this.desk = desk;
        this.clock = clock;
    }

    /// @param deals those that are one sale, or are not; one of each party concerned
    /// @param dealOfRecord which of them stands for the sale; absent when they are different sales
    record DecisionRequest(List<DealId> deals, @Nullable DealId dealOfRecord, Reason reason) {}

    @GetMapping("/accounts/partnerships/{partnership}/sales")
    @Allowed({Role.ALLIANCE_MANAGER, Role.FINANCE, Role.ADMIN})
    Page<SalesView> sales(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            Paging paging,
            @RequestParam(required = false) @Nullable Boolean waiting) {
        var found = partnership(caller, partnership);
        var rows = desk.page(
                new SaleDesk.Asked(caller.company(), found, Boolean.TRUE.equals(waiting)),
                paging.after().orElse(""),
                paging.fetch());
        var page = paging.page(rows, Versioned::id);
        return new Page<>(
                page.items().stream()
                        .map(each -> SalesView.of(each.state(), found, caller.company()))
                        .toList(),
                page.next());
    }

    @GetMapping("/accounts/partnerships/{partnership}/joint-accounts/{jointAccount}/sales")
    @Allowed({Role.ALLIANCE_MANAGER, Role.FINANCE, Role.ADMIN})
    ResponseEntity<SalesView> ofJointAccount(
            CompanyCaller caller, @PathVariable PartnershipId partnership, @PathVariable JointAccountId jointAccount) {
        var found = partnership(caller, partnership);
        return answer(caller, found, found(caller, found, jointAccount));
    }

    @PostMapping("/accounts/partnerships/{partnership}/joint-accounts/{jointAccount}/sales/decisions")
    @Allowed(Role.ALLIANCE_MANAGER)
    ResponseEntity<SalesView> decide(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @PathVariable JointAccountId jointAccount,
            IdempotencyKey key,
            IfMatch expected,
            Body<DecisionRequest> body) {
        var found = partnership(caller, partnership);
        var at = found(caller, found, jointAccount);
        expected.version();
        return answer(caller, found, desk.decide(at.state(), key.cause(body, 200), current -> {
            expected.requireVersion(current.map(Versioned::version).orElse(0L));
            var known = current.map(Versioned::state).orElse(at.state());
            return word(caller, found, known, body.read());
        }));
    }

    private Word word(CompanyCaller caller, PartnershipChanged partnership, JointSales known, DecisionRequest said) {
        if (partnership.inForce().isEmpty()) {
            throw Problem.conflict(
                    "NO_AGREEMENT_IN_FORCE", "Without an agreement in force nothing is joint.", List.of());
        }
        var word = new Word(
                caller.company(), said.deals(), said.dealOfRecord(), said.reason(), caller.person(), clock.instant());
        DecisionRules.check(word, known);
        return word;
    }

    private PartnershipChanged partnership(CompanyCaller caller, PartnershipId partnership) {
        return partnerships.find(caller.company(), partnership).orElseThrow(Problem::notFound);
    }

    /// Nothing recorded yet is no secret to who sees the joint account.
    private Versioned<JointSales> found(CompanyCaller caller, PartnershipChanged partnership, JointAccountId id) {
        return sales.find(partnership.partnership(), id)
                .filter(each -> SalesView.visible(each.state(), partnership, caller.company()))
                .or(() -> joints.find(caller.company(), partnership, id).map(seen -> none(partnership, id)))
                .orElseThrow(Problem::notFound);
    }

    private static Versioned<JointSales> none(PartnershipChanged partnership, JointAccountId id) {
        return new Versioned<>(id.value(), 0, JointSales.none(partnership.partnership(), id));
    }

    private static ResponseEntity<SalesView> answer(
            CompanyCaller caller, PartnershipChanged partnership, Versioned<JointSales> now) {
        return Etag.ok(SalesView.of(now.state(), partnership, caller.company()), now.version());
    }
}
