package dev.tandem.accounts.alignment;

import dev.tandem.accounts.account.Account;
import dev.tandem.accounts.admission.Gate;
import dev.tandem.accounts.block.Post;
import dev.tandem.accounts.matching.Group;
import dev.tandem.accounts.matching.LiveMatching;
import dev.tandem.accounts.matching.Rows;
import dev.tandem.accounts.review.Review;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.alignment.TwoBooks;
import dev.tandem.engine.BlockReport;
import dev.tandem.kit.store.Versioned;
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
    private final Post post;
    private final Backlog backlog = new Backlog();
    private boolean isCompared;

    /// @param post by which blocks are told of accounts, where there are any
    Live(LiveMatching matching, Gate gate, Forms forms, Post post) {
        this.matching = matching;
        this.gate = gate;
        this.forms = forms;
        this.post = post;
    }

    /// Waits until whoever helps to align knows what was taken.
    ///
    /// @throws org.apache.kafka.common.KafkaException when that is not certain; then all has to be read anew
    void arrived() {
        post.arrived();
    }

    /// Whether it says all that there is to say; before, joint accounts stay of the accounts that they have. An
    /// alignment that is all here always does.
    boolean knowsAll() {
        return isCompared && matching.isComplete();
    }

    /// Whether it says what the account comes to as it is now; before, what it says is of who the account was.
    boolean isUpToDate(AccountRef account) {
        return knowsAll() && matching.isUpToDate(account);
    }

    /// Whether it can be compared with the stored joint accounts, and was not yet.
    boolean isToBeCompared() {
        return !isCompared && matching.isComplete();
    }

    /// From here on the accounts whose joint account is another than stored are behind.
    void compared() {
        isCompared = true;
    }

    /// What a block has found in two books.
    void take(TwoBooks books, BlockReport report) {
        matching.take(books.one(), books.other(), report);
    }

    Gate gate() {
        return gate;
    }

    boolean has(AccountRef account) {
        return matching.has(account);
    }

    /// Takes the account as it is now, or that it is gone.
    void take(AccountRef ref, Optional<Versioned<Account>> account) {
        account.ifPresentOrElse(this::put, () -> remove(ref));
    }

    private void put(Versioned<Account> found) {
        var account = found.state();
        forms.put(found);
        matching.put(account.ref().company(), Rows.of(account.ref().account(), account.texts()));
    }

    private void remove(AccountRef ref) {
        matching.remove(ref);
        forms.remove(ref);
    }

    /// Whether it is in as who it is there.
    boolean hasAs(Account account) {
        return forms.isAs(account);
    }

    /// Whether the member was stored as who is in, and as it was when it was read.
    boolean isStoredAs(JointAccount.Member member) {
        return (member.since() == null || forms.isAs(member.account(), member.since()))
                && forms.isOf(member.account(), member.seq());
    }

    /// Whether it is in as somebody whom it became later.
    boolean hasNewer(Account account) {
        return forms.isNewer(account);
    }

    /// The accounts whose pairs have changed by what was taken; none before all is known.
    Set<AccountRef> takeChanges() {
        return matching.isComplete() ? matching.takeChanges() : new TreeSet<>();
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

    Backlog backlog() {
        return backlog;
    }

    /// Of joint accounts not before all is known: then it is looked what is.
    boolean isBehind() {
        return backlog.hasNoted() || (knowsAll() && backlog.hasBehind());
    }

    /// Some of the accounts that are behind, which are then no longer; none before all is known.
    List<AccountRef> takeBehind(int limit) {
        return knowsAll() ? backlog.takeBehind(limit) : List.of();
    }

    /// Their joint accounts are what it says, of those of which it says all.
    void settled(Collection<AccountRef> accounts) {
        backlog.settled(accounts.stream().filter(this::isUpToDate).toList());
    }

    /// What has changed by what was taken and is settled along with it, if it is not much; more falls behind. Some that
    /// is behind goes along where no walk looks at it.
    Set<AccountRef> takeAlong(int limit) {
        var along = takeChanges();
        if (along.size() > limit) {
            backlog.fallBehind(along);
            along.clear();
        }
        if (backlog.walk().isEmpty()) {
            along.addAll(takeBehind(limit));
        }
        return along;
    }

    /// That it keeps in memory, those of the past included.
    int accounts() {
        return matching.rows() + matching.rowsOfThePast();
    }

    /// Whether it has to be read anew: accounts of the past take too much of it, or others are held back by now.
    boolean isWornOut(Terms now) {
        return !forms.terms().equals(now) || rowsOfThePastPrevail();
    }

    private boolean rowsOfThePastPrevail() {
        return matching.rowsOfThePast() > ROWS_OF_THE_PAST + matching.rows();
    }
}
