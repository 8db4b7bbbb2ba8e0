package dev.tandem.accounts.alignment;

import dev.tandem.accounts.account.Account;
import dev.tandem.accounts.admission.Gate;
import dev.tandem.accounts.matching.Group;
import dev.tandem.accounts.matching.LiveMatching;
import dev.tandem.accounts.matching.Rows;
import dev.tandem.accounts.review.Review;
import dev.tandem.contracts.AccountRef;
import dev.tandem.kit.store.Versioned;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// One partnership's alignment in the memory of its writer, and the accounts whose stored joint account is not yet
/// what it says. It is a copy: whenever it may have missed something it is dropped and read anew.
final class Live {
    /// Memory that accounts of the past take is worth reading all anew from here on, and when it is the larger part.
    private static final int ROWS_OF_THE_PAST = 20_000;

    private final LiveMatching matching;
    private final Gate gate;
    private final Forms forms;
    private final TreeSet<AccountRef> behind = new TreeSet<>();

    Live(LiveMatching matching, Gate gate, Forms forms) {
        this.matching = matching;
        this.gate = gate;
        this.forms = forms;
    }

    Gate gate() {
        return gate;
    }

    boolean has(AccountRef account) {
        return matching.has(account);
    }

    /// Takes the account as it is now, or that it is gone.
    void take(AccountRef ref, Optional<Versioned<Account>> account) {
        account.ifPresentOrElse(found -> put(found.state()), () -> remove(ref));
    }

    private void put(Account account) {
        matching.put(account.ref().company(), Rows.of(account.ref().account(), account.texts()));
        forms.put(account);
    }

    private void remove(AccountRef ref) {
        matching.remove(ref);
        forms.remove(ref);
    }

    /// Whether it is in as who it is there.
    boolean hasAs(Account account) {
        return forms.isAs(account);
    }

    /// Whether the member was stored as who is in.
    boolean hasAs(JointAccount.Member member) {
        return member.since() == null || forms.isAs(member.account(), member.since());
    }

    /// Whether it is in as somebody whom it became later.
    boolean hasNewer(Account account) {
        return forms.isNewer(account);
    }

    /// The accounts whose pairs have changed by what was taken.
    Set<AccountRef> takeChanges() {
        return matching.takeChanges();
    }

    void rule(Review review) {
        matching.rule(review.one(), review.other(), review.ruling());
        matching.teach(review.one(), review.other(), review.taught());
    }

    List<Review.Doubted> doubts(Collection<AccountRef> accounts) {
        return matching.doubts(accounts).stream().map(Live::doubted).toList();
    }

    List<Review.Doubted> doubts() {
        return matching.doubts().stream().map(Live::doubted).toList();
    }

    private static Review.Doubted doubted(LiveMatching.Doubt doubt) {
        return new Review.Doubted(doubt.one(), doubt.other(), doubt.because());
    }

    List<Group> groups(Collection<AccountRef> accounts) {
        return matching.groups(accounts);
    }

    Set<AccountRef> grouped(Collection<AccountRef> accounts) {
        return matching.grouped(accounts);
    }

    List<Group> groups() {
        return matching.groups();
    }

    void fallBehind(Collection<AccountRef> accounts) {
        behind.addAll(accounts);
    }

    boolean isBehind() {
        return !behind.isEmpty();
    }

    /// Some of the accounts that are behind, which are then no longer.
    List<AccountRef> takeBehind(int limit) {
        var taken = new ArrayList<>(behind.stream().limit(limit).toList());
        taken.forEach(behind::remove);
        return taken;
    }

    boolean isWornOut() {
        return matching.rowsOfThePast() > ROWS_OF_THE_PAST + matching.rows();
    }
}
