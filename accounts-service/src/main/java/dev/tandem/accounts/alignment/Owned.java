package dev.tandem.accounts.alignment;

import dev.tandem.accounts.account.Book;
import dev.tandem.accounts.rep.Reps;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.alignment.MatchingWork.RepTouched;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.roster.RosterChange.RepChanged;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// Finds the accounts that a rep owns.
@Component
class Owned {
    private static final int PAGE_SIZE = 100;

    private final Book book;
    private final Reps reps;

    Owned(Book book, Reps reps) {
        this.book = book;
        this.reps = reps;
    }

    /// Some at a time; none of a rep of nobody's.
    void pages(PartnershipChanged partnership, RepTouched touched, Consumer<List<AccountRef>> use) {
        for (var party : partnership.parties()) {
            reps.find(party, touched.rep())
                    .ifPresent(rep -> users(party, rep).forEach(user -> pages(party, user, use)));
        }
    }

    /// What accounts call their owner stays the CRM's word, also when the rep was erased.
    private List<CrmId> users(CompanyId party, RepChanged rep) {
        return rep.crmUser().isErased()
                ? book.owners(party).stream()
                        .filter(owner -> reps.standsFor(rep, owner))
                        .toList()
                : List.of(rep.crmUser());
    }

    private void pages(CompanyId party, CrmId user, Consumer<List<AccountRef>> use) {
        var after = Optional.<CrmId>empty();
        do {
            var page = book.ownedBy(party, user, after, PAGE_SIZE);
            use.accept(page.stream().map(each -> each.state().ref()).toList());
            after = page.size() < PAGE_SIZE
                    ? Optional.empty()
                    : Optional.of(page.getLast().state().ref().account());
        } while (after.isPresent());
    }
}
