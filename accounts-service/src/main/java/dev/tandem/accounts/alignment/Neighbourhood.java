package dev.tandem.accounts.alignment;

import dev.tandem.accounts.account.Account;
import dev.tandem.accounts.account.Book;
import dev.tandem.accounts.matching.Group;
import dev.tandem.accounts.matching.Matching;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.store.Versioned;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// All that a change can touch: with each account those that share a key with it, with each joint account all of its
/// accounts, until nothing new is found. Matching decides this part as it would decide the whole.
final class Neighbourhood {
    private final PartnershipId partnership;
    private final List<CompanyId> parties;
    private final Book book;
    private final JointAccounts jointAccounts;

    private final Map<AccountRef, Versioned<Account>> accounts = new TreeMap<>();
    private final Map<JointAccountId, JointAccount> joints = new TreeMap<>();
    private final Set<String> tooCommon = new TreeSet<>();
    private final Set<String> keysSeen = new HashSet<>();
    private final Set<AccountRef> refsSeen = new HashSet<>();
    private final Set<String> keysNext = new TreeSet<>();
    private final Set<AccountRef> refsNext = new TreeSet<>();

    private Neighbourhood(PartnershipId partnership, List<CompanyId> parties, Book book, JointAccounts jointAccounts) {
        this.partnership = partnership;
        this.parties = parties;
        this.book = book;
        this.jointAccounts = jointAccounts;
    }

    /// @param seeds accounts that changed
    /// @param keys that they had before
    static Neighbourhood around(
            Aligning.Parties of, Stores stores, Collection<AccountRef> seeds, Collection<String> keys) {
        var neighbourhood = new Neighbourhood(of.partnership(), of.companies(), stores.book(), stores.jointAccounts());
        neighbourhood.refsNext.addAll(seeds);
        neighbourhood.keysNext.addAll(keys);
        neighbourhood.explore();
        return neighbourhood;
    }

    /// What it is read from.
    record Stores(Book book, JointAccounts jointAccounts) {}

    List<Group> groups() {
        var facts = accounts.values().stream().map(each -> each.state().facts()).toList();
        return Matching.groups(facts, tooCommon);
    }

    List<JointAccount> joints() {
        return List.copyOf(joints.values());
    }

    Map<AccountRef, Versioned<Account>> accounts() {
        return accounts;
    }

    private void explore() {
        while (!refsNext.isEmpty() || !keysNext.isEmpty()) {
            exploreAccounts();
            exploreKeys();
        }
    }

    private void exploreAccounts() {
        var refs = taken(refsNext, refsSeen);
        if (refs.isEmpty()) {
            return;
        }
        jointAccounts.having(partnership, refs).forEach(this::add);
        var missing = refs.stream().filter(ref -> !accounts.containsKey(ref)).toList();
        for (var party : parties) {
            var own = missing.stream()
                    .filter(ref -> ref.company().equals(party))
                    .map(AccountRef::account)
                    .toList();
            if (!own.isEmpty()) {
                book.find(party, own).forEach(this::add);
            }
        }
    }

    private void exploreKeys() {
        var keys = taken(keysNext, keysSeen);
        if (keys.isEmpty()) {
            return;
        }
        jointAccounts.restingOn(partnership, keys).forEach(this::add);
        var holders = new HashMap<String, Integer>();
        var found = new ArrayList<Versioned<Account>>();
        for (var party : parties) {
            var held = book.holding(party, keys, Matching.HOLDERS_MAX);
            tooCommon.addAll(held.tooCommon());
            found.addAll(held.accounts());
        }
        found.forEach(each -> each.state().keys().forEach(key -> holders.merge(key, 1, Integer::sum)));
        keys.stream()
                .filter(key -> holders.getOrDefault(key, 0) > Matching.HOLDERS_MAX)
                .forEach(tooCommon::add);
        found.stream().filter(each -> holdsOneOf(keys, each.state())).forEach(this::add);
    }

    /// By a key that is too common nobody is a neighbour.
    private boolean holdsOneOf(Set<String> keys, Account account) {
        return account.keys().stream().anyMatch(key -> keys.contains(key) && !tooCommon.contains(key));
    }

    private void add(Versioned<Account> account) {
        if (accounts.putIfAbsent(account.state().ref(), account) == null) {
            refsNext.add(account.state().ref());
            keysNext.addAll(account.state().keys());
        }
    }

    private void add(JointAccount joint) {
        if (joints.putIfAbsent(joint.id(), joint) == null) {
            joint.accounts().forEach(refsNext::add);
            keysNext.addAll(joint.keys());
        }
    }

    private static <T> Set<T> taken(Set<T> next, Set<T> seen) {
        next.removeAll(seen);
        var taken = new TreeSet<>(next);
        seen.addAll(taken);
        next.clear();
        return taken;
    }
}
