package dev.tandem.accounts.alignment;

import dev.tandem.accounts.account.Account;
import dev.tandem.accounts.account.OwnRecords;
import dev.tandem.accounts.alignment.JointAccount.Member;
import dev.tandem.accounts.sharing.Visibility;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.roster.RosterChange.RepChanged;
import dev.tandem.kit.store.Versioned;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The partnership, accounts and reps as they are while one piece of work is done.
final class Scene {
    private final PartnershipChanged partnership;
    private final Map<AccountRef, Versioned<Account>> accounts;
    private final OwnRecords records;
    private final UnaryOperator<String> marks;
    private final Map<Owner, Optional<RepChanged>> owners = new HashMap<>();

    /// Of who only reads.
    Scene(PartnershipChanged partnership, Map<AccountRef, Versioned<Account>> accounts, OwnRecords records) {
        this(partnership, accounts, records, _ -> {
            throw new IllegalStateException("nothing is told by reading");
        });
    }

    /// @param marks stand for what was told, which is not kept
    Scene(
            PartnershipChanged partnership,
            Map<AccountRef, Versioned<Account>> accounts,
            OwnRecords records,
            UnaryOperator<String> marks) {
        this.partnership = partnership;
        this.accounts = accounts;
        this.records = records;
        this.marks = marks;
    }

    String mark(String told) {
        return marks.apply(told);
    }

    PartnershipChanged partnership() {
        return partnership;
    }

    Optional<Agreement> inForce() {
        return partnership.inForce();
    }

    boolean has(AccountRef account) {
        return accounts.containsKey(account);
    }

    /// Whether it is there and takes part, so that its company reads others' for it.
    boolean hasPart(AccountRef account) {
        return has(account) && Visibility.takesPart(inForce(), own(account));
    }

    Member member(AccountRef ref) {
        var account = Objects.requireNonNull(accounts.get(ref), "a member is in the neighbourhood");
        return new Member(
                ref,
                account.version(),
                owner(ref).map(RepChanged::rep).orElse(null),
                account.state().population(),
                account.state().customPopulations(),
                account.state().withheld(),
                account.state().since());
    }

    /// The account as its owner has it, with the owning rep's name.
    Visibility.Own own(AccountRef ref) {
        var account = Objects.requireNonNull(accounts.get(ref), "a member is in the neighbourhood")
                .state();
        return records.of(account, owner(ref));
    }

    /// Of whom many accounts may be, and who is looked up once.
    private record Owner(CompanyId company, CrmId user) {}

    private Optional<RepChanged> owner(AccountRef ref) {
        var account = accounts.get(ref);
        if (account == null || account.state().ownerUser() == null) {
            return Optional.empty();
        }
        var owner = new Owner(ref.company(), account.state().ownerUser());
        return owners.computeIfAbsent(owner, _ -> records.owner(account.state()));
    }
}
