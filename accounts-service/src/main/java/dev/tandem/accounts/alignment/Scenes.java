package dev.tandem.accounts.alignment;

import dev.tandem.accounts.account.Account;
import dev.tandem.accounts.account.Book;
import dev.tandem.accounts.account.OwnRecords;
import dev.tandem.accounts.issuing.IssuedIds;
import dev.tandem.accounts.sharing.Partnerships;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.store.Versioned;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// Reads what is told of joint accounts.
@Component
class Scenes {
    private final Book book;
    private final OwnRecords records;
    private final IssuedIds ids;
    private final Partnerships partnerships;

    Scenes(Book book, OwnRecords records, IssuedIds ids, Partnerships partnerships) {
        this.book = book;
        this.records = records;
        this.ids = ids;
        this.partnerships = partnerships;
    }

    /// @param known those that were read already
    Map<AccountRef, Versioned<Account>> accounts(
            PartnershipChanged partnership,
            Collection<AccountRef> accounts,
            Map<AccountRef, Versioned<Account>> known) {
        var found = new TreeMap<>(known);
        for (var party : partnership.parties()) {
            var ids = accounts.stream()
                    .filter(ref -> ref.company().equals(party) && !known.containsKey(ref))
                    .map(AccountRef::account)
                    .toList();
            book.find(party, ids).forEach(account -> found.put(account.state().ref(), account));
        }
        return found;
    }

    /// By the agreement that governs now: what was read when the work began may no longer hold.
    Scene of(PartnershipChanged partnership, Map<AccountRef, Versioned<Account>> accounts) {
        var id = partnership.partnership();
        return new Scene(partnerships.find(id).orElse(partnership), accounts, records, ids.told(id));
    }

    /// Of its members that are still who they were, by the populations that their companies have defined now.
    Scene of(PartnershipChanged partnership, JointAccount joint) {
        partnership.parties().forEach(records::readPopulations);
        var accounts = new TreeMap<AccountRef, Versioned<Account>>();
        joint.members()
                .forEach(member -> book.find(member.account())
                        .filter(account -> member.isStill(account.state()))
                        .ifPresent(account -> accounts.put(member.account(), account)));
        return of(partnership, accounts);
    }
}
