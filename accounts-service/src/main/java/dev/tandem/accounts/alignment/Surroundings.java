package dev.tandem.accounts.alignment;

import dev.tandem.accounts.account.Account;
import dev.tandem.accounts.matching.Group;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// All joint accounts and groups that share an account with some accounts or with each other: between them alone
/// accounts can have moved. While the alignment does not know all, the groups are those that are stored.
///
/// @param accounts of any of them
record Surroundings(Set<AccountRef> accounts, List<JointAccount> joints, List<Group> groups) {

    /// Whether it is stored as the account that it is.
    boolean isStill(Account account) {
        return joints.stream()
                .flatMap(joint -> joint.members().stream())
                .anyMatch(member -> member.account().equals(account.ref()) && member.isStill(account));
    }

    static Surroundings of(PartnershipId partnership, JointAccounts stored, Live live, Collection<AccountRef> seeds) {
        var accounts = new TreeSet<AccountRef>();
        Map<JointAccountId, JointAccount> joints = new TreeMap<>();
        var next = new TreeSet<>(seeds);
        while (accounts.addAll(next)) {
            stored.having(partnership, next).forEach(joint -> joints.put(joint.id(), joint));
            next.addAll(live.grouped(next));
            joints.values().forEach(joint -> joint.accounts().forEach(next::add));
            next.removeAll(accounts);
        }
        var stands = joints.values().stream()
                .filter(joint -> !joint.dissolved())
                .map(JointAccount::group)
                .toList();
        var groups = live.knowsAll() ? live.groups(accounts) : stands;
        return new Surroundings(accounts, List.copyOf(joints.values()), groups);
    }
}
