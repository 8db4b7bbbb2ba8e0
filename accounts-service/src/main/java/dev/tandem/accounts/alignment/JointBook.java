package dev.tandem.accounts.alignment;

import dev.tandem.accounts.account.Book;
import dev.tandem.accounts.sharing.Governance;
import dev.tandem.accounts.sharing.Partnerships;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.alignment.MatchingWork.AgreementTouched;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.store.Versioned;
import java.util.List;
import java.util.Optional;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// Which joint accounts of the shared book a company's account is in.
@Component
public class JointBook {
    private final Partnerships partnerships;
    private final JointAccounts jointAccounts;
    private final Book book;

    JointBook(Partnerships partnerships, JointAccounts jointAccounts, Book book) {
        this.partnerships = partnerships;
        this.jointAccounts = jointAccounts;
        this.book = book;
    }

    /// Who leads a joint account of the shared book; empty for what is not agreed to be in it.
    public Optional<CompanyId> lead(PartnershipId partnership, JointAccountId jointAccount) {
        return jointAccounts
                .find(partnership, jointAccount)
                .map(found -> found.state().book().lead());
    }

    /// One per partnership at most: agreed by all its parties, with an agreement in force.
    public List<JointAccount> agreedOn(AccountRef account) {
        return partnerships.open(account.company()).stream()
                .filter(partnership -> partnership.inForce().isPresent())
                .map(PartnershipChanged::partnership)
                .flatMap(id -> jointAccounts.having(id, List.of(account)).stream())
                .filter(joint -> joint.book().agreed() && isStill(account, joint))
                .toList();
    }

    /// One that became private, or another, is in it no more, though alignment has not come to that.
    private boolean isStill(AccountRef account, JointAccount joint) {
        var now = book.find(account).map(Versioned::state);
        return now.filter(found -> joint.member(account.company())
                        .filter(member -> !member.account().equals(account) || member.isStill(found))
                        .isPresent())
                .isPresent();
    }

    /// Every account of those in the shared book to which a walk comes by this step, where it is one of what governs
    /// now. Who asks before the step is done misses none: what is founded meanwhile makes the step shorter.
    public List<AccountRef> ahead(AgreementTouched step) {
        var id = step.partnership();
        var governs = partnerships
                .find(id)
                .filter(found -> found.inForce().isPresent() && Governance.revision(found) == step.revision());
        return governs.isEmpty()
                ? List.of()
                : Alignment.place(step).stream()
                        .flatMap(after -> jointAccounts.page(id, new Criteria(), after, Alignment.PAGE_SIZE).stream())
                        .map(Versioned::state)
                        .filter(joint -> joint.book().agreed())
                        .flatMap(JointAccount::accounts)
                        .toList();
    }

    /// The joint account as it is now, if a party ever said that it belongs in the shared book.
    public Optional<JointAccount> everEntered(PartnershipId partnership, JointAccountId jointAccount) {
        return jointAccounts
                .find(partnership, jointAccount)
                .map(Versioned::state)
                .filter(joint -> !joint.entries().isEmpty());
    }
}
