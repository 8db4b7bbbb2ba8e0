package dev.tandem.accounts.inquiry;

import dev.tandem.accounts.account.Account;
import dev.tandem.accounts.account.Book;
import dev.tandem.accounts.admission.Readings;
import dev.tandem.accounts.sharing.Partnerships;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.store.Versioned;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Why an account of the caller's is, or is not, a partner's customer too.
@RestController
class WhyController {
    private final Partnerships partnerships;
    private final Book book;
    private final VisibleAccounts visible;
    private final Asking asking;
    private final Readings readings;

    WhyController(Partnerships partnerships, Book book, VisibleAccounts visible, Asking asking, Readings readings) {
        this.readings = readings;
        this.partnerships = partnerships;
        this.book = book;
        this.visible = visible;
        this.asking = asking;
    }

    /// @param complete whether all of the partners' accounts that the caller sees were looked at: 2,000 joint accounts
    /// and 2,000 others at most
    record View(CrmId ownAccount, List<Why> answers, boolean complete) {}

    /// About the partners' accounts of a joint account, or about one of the list of all accounts; about those that have
    /// most in common with it where neither is named.
    @GetMapping("/accounts/partnerships/{partnership}/accounts/{account}/why")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    View why(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @PathVariable CrmId account,
            @RequestParam(required = false) @Nullable JointAccountId jointAccount,
            @RequestParam(required = false) @Nullable String partnerAccount) {
        var found = partnerships.find(caller.company(), partnership).orElseThrow(Problem::notFound);
        var own = book.find(new AccountRef(caller.company(), account))
                .map(Versioned::state)
                .orElseThrow(Problem::notFound);
        if (jointAccount != null && partnerAccount != null) {
            throw Problem.invalid("partnerAccount", "ONE_ONLY", "name a joint account or a partner's account");
        }
        readings.page(partnership, caller.company());
        if (jointAccount == null && partnerAccount == null) {
            var best = asking.best(found, own);
            return new View(account, best.answers(), best.complete());
        }
        return new View(account, answers(found, own, jointAccount, partnerAccount), true);
    }

    private List<Why> answers(
            PartnershipChanged partnership,
            Account own,
            @Nullable JointAccountId jointAccount,
            @Nullable String partnerAccount) {
        var reader = own.ref().company();
        var candidates = jointAccount != null
                ? visible.of(reader, partnership, jointAccount)
                : visible.named(reader, partnership, String.valueOf(partnerAccount)).stream()
                        .toList();
        if (candidates.isEmpty()) {
            throw Problem.notFound();
        }
        return candidates.stream()
                .map(candidate -> asking.about(partnership, own, candidate))
                .toList();
    }
}
