package dev.tandem.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Aligns two books while their accounts come, change and go, and while people decide about them. At any time
/// the matches are those that [Alignment] finds for the accounts that are there, with the same snapshot,
/// rulings and aliases, in whatever order they came. A change touches the pairs of its account, the pairs of
/// those that a key could pair which it makes common or rare again, and the pairs that compete with these. Not safe
/// for several threads.
public final class LiveAlignment implements OngoingAlignment {
    private final NearWords near;
    private final LiveBook a;
    private final LiveBook b;
    private final LivePairs pairs;
    private final Decisions decisions;

    public LiveAlignment(Snapshot snapshot) {
        near = new NearWords(snapshot.statistics);
        var keys = new Keys(snapshot.statistics, near);
        var ofA = new Side(new Book());
        var ofB = new Side(new Book());
        a = new LiveBook(
                Crossing.ofA(ofA, ofB, keys, snapshot.statistics), snapshot.statistics, id -> stale(Party.A, id));
        b = new LiveBook(
                Crossing.ofB(ofA, ofB, keys, snapshot.statistics), snapshot.statistics, id -> stale(Party.B, id));
        pairs = new LivePairs(a, b, snapshot.statistics, keys);
        decisions = new Decisions(snapshot, pairs);
    }

    private void stale(Party party, String account) {
        decisions.stale(party, account);
    }

    /// A pair of accounts by their ids; otherwise as [Match].
    public record Standing(String idOfA, String idOfB, float bits, float probability, Match.Decision decision) {}

    /// Accounts by their ids.
    public record Changes(Set<String> ofA, Set<String> ofB) {}

    /// An account is new or has changed; nothing happens if it is there as it is.
    @Override
    public void put(Party party, AccountRow account) {
        if (!book(party).isAsItIs(account)) {
            decisions.touch(party, account.id());
            book(party).remove(account.id());
            add(party, account);
            settle();
        }
    }

    /// Many accounts at once, of which none is there yet: the same as one by one, in a fraction of the time.
    public void load(Iterable<AccountRow> ofPartyA, Iterable<AccountRow> ofPartyB) {
        var isFirst = a.isEmpty();
        ofPartyA.forEach(account -> add(Party.A, account));
        ofPartyB.forEach(account -> add(Party.B, account));
        if (isFirst) {
            // Each pair is found from its account of A.
            decisions.isFoundFromOther(Party.B);
        }
        settle();
    }

    /// An account is gone; nothing happens if it was not there.
    @Override
    public void remove(Party party, String id) {
        if (book(party).has(id)) {
            decisions.touch(party, id);
            book(party).remove(id);
            settle();
        }
    }

    /// People say that the two are the same customer; see [Rulings#confirm].
    @Override
    public void confirm(String idOfA, String idOfB) {
        pairs.forget();
        decisions.confirm(idOfA, idOfB);
    }

    /// People say that the two are not the same customer; see [Rulings#reject].
    @Override
    public void reject(String idOfA, String idOfB) {
        pairs.forget();
        decisions.reject(idOfA, idOfB);
    }

    /// Nobody says anything about the two any more.
    @Override
    public void withdraw(String idOfA, String idOfB) {
        pairs.forget();
        decisions.withdraw(idOfA, idOfB);
    }

    /// Two accounts of one book are the same customer; see [Rulings#duplicates].
    public void duplicates(Party party, String id, String other) {
        pairs.forget();
        decisions.duplicates(party, id, other);
    }

    /// Nobody says any more that the two are duplicates; see [Rulings#distinct].
    public void distinct(Party party, String id, String other) {
        pairs.forget();
        decisions.distinct(party, id, other);
    }

    /// The company knows a name by another; see [Book#alias].
    @Override
    public void alias(Party party, String name, String other) {
        book(party).rename(name, () -> book(party).side.book.alias(name, other));
        settle();
    }

    /// Takes back what was taught once.
    @Override
    public void withoutAlias(Party party, String name, String other) {
        book(party).rename(name, () -> book(party).side.book.withoutAlias(name, other));
        settle();
    }

    /// The pairs that are matches or for review, the likeliest first.
    @Override
    public List<Standing> matches() {
        return decisions.standings().all();
    }

    /// The pair in which the account stands, if it does in one; the likeliest, if people confirmed several or
    /// declared duplicates.
    public Optional<Standing> standing(Party party, String id) {
        return standings(party, id).stream().findFirst();
    }

    /// All pairs in which the account stands, the likeliest first.
    @Override
    public List<Standing> standings(Party party, String id) {
        return decisions.standings().of(party, id);
    }

    /// The accounts of A and of B whose pairs have come, gone or changed since this was asked last; those that
    /// were removed included.
    @Override
    public Changes takeChanges() {
        return decisions.standings().takeChanges();
    }

    /// Why the two accounts are, or are not, the same: as [Alignment#explain(int, int)]. Empty if one of them
    /// is not there.
    @Override
    public Optional<Explanation> explain(String idOfA, String idOfB) {
        return ask(idOfA, idOfB).map(Answer::explanation);
    }

    /// Whether and why the two accounts are the same customer, or why not, and what would change that; for any
    /// two, compared or not. Empty if one of them is not there.
    public Optional<Answer> ask(String idOfA, String idOfB) {
        if (!a.has(idOfA) || !b.has(idOfB)) {
            return Optional.empty();
        }
        var areCompared = pairs.areCompared(idOfA, idOfB);
        return Optional.of(decisions.standings().ask(idOfA, idOfB, pairs.explain(idOfA, idOfB), areCompared));
    }

    /// How many accounts were put in all; memory is kept for each.
    @Override
    public int rowsEver() {
        return a.side.book.size() + b.side.book.size();
    }

    private LiveBook book(Party party) {
        return party == Party.A ? a : b;
    }

    private void add(Party party, AccountRow account) {
        decisions.touch(party, account.id());
        var row = book(party).add(account);
        near.learn(book(party).side.book, row);
        book(party).enter(row);
    }

    private void settle() {
        pairs.forget();
        decisions.settle();
    }
}
