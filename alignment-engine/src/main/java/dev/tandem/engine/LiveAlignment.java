package dev.tandem.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Aligns two books while their accounts come, change and go. At any time the matches are those that
/// [Alignment] finds for the accounts that are there, with the same snapshot, in whatever order they came. A
/// change touches the pairs of its account, the pairs of those whose keys it makes common or rare again, and
/// the pairs that compete with these. Not safe for several threads.
public final class LiveAlignment {
    private final Snapshot snapshot;
    private final NearWords near;
    private final Keys keys;
    private final Comparison comparison = new Comparison(Weights.shipped());
    private final Reach reach = new Reach(Weights.shipped());
    private final Competition competition;
    private final Half a;
    private final Half b;
    private final Candidates ofA;
    private final Candidates ofB;
    private final Commonness common;
    private final Set<Long> words = new HashSet<>();

    /// What is kept of one party.
    private static final class Half {
        final Side side = new Side(new Book());
        final Map<String, Integer> rowOfId = new HashMap<>();
        /// By row: a hash of all that was read.
        final List<Long> prints = new ArrayList<>();
        /// Rows whose pairs are to be found anew.
        final Set<Integer> stale = new HashSet<>();
    }

    public LiveAlignment(Snapshot snapshot) {
        this.snapshot = snapshot;
        near = new NearWords(snapshot.statistics);
        keys = new Keys(snapshot.statistics, near);
        competition = new Competition(snapshot.against);
        a = new Half();
        b = new Half();
        ofA = new Candidates(a.side, b.side, keys);
        ofB = new Candidates(b.side, a.side, keys);
        common = new Commonness(a.side.index(), b.side.index(), snapshot.statistics);
    }

    /// An account is new or has changed; nothing happens if it is there as it is.
    public void put(Party party, AccountRow account) {
        var half = half(party);
        var there = half.rowOfId.get(account.id());
        if (there != null && half.prints.get(there) == print(account)) {
            return;
        }
        leave(party, half.rowOfId.remove(account.id()));
        add(half, account);
        settle();
    }

    /// An account is gone; nothing happens if it was not there.
    public void remove(Party party, String id) {
        leave(party, half(party).rowOfId.remove(id));
        settle();
    }

    /// Many accounts at once, of which none is there yet: the same as one by one, in a fraction of the time.
    public void load(Iterable<AccountRow> ofPartyA, Iterable<AccountRow> ofPartyB) {
        ofPartyA.forEach(account -> add(a, account));
        ofPartyB.forEach(account -> add(b, account));
        // Each pair is found from its account of A.
        b.stale.clear();
        settle();
    }

    /// The pair in which the account stands, if it does in one.
    public Optional<Standing> standing(Party party, String id) {
        var row = half(party).rowOfId.get(id);
        return row == null
                ? Optional.empty()
                : competition.standing(party, row).map(edge -> Standing.of(edge, snapshot.margin));
    }

    /// The accounts of A and of B whose pair has come, gone or changed since this was asked last; those that
    /// were removed included.
    public Changes takeChanges() {
        return competition.takeChanges();
    }

    /// Why the two accounts are, or are not, the same: as [Alignment#explain(int, int)]. Empty if one of them
    /// is not there.
    public Optional<Explanation> explain(String idOfA, String idOfB) {
        var rowOfA = a.rowOfId.get(idOfA);
        var rowOfB = b.rowOfId.get(idOfB);
        if (rowOfA == null || rowOfB == null) {
            return Optional.empty();
        }
        comparison.compare(a.side.book(), rowOfA, b.side.book(), rowOfB, common);
        return Optional.of(comparison.explanation());
    }

    /// How many accounts were put in all: memory is kept for each, also for those that have changed or gone.
    public int rowsEver() {
        return a.side.book().size() + b.side.book().size();
    }

    /// The pairs that are matches or for review, the likeliest first.
    public List<Standing> matches() {
        return competition.standing().stream()
                .sorted(Edge.LIKELIER)
                .map(edge -> Standing.of(edge, snapshot.margin))
                .toList();
    }

    /// A pair of accounts by their ids; otherwise as [Match].
    public record Standing(String idOfA, String idOfB, float bits, float probability, Match.Decision decision) {
        static Standing of(Edge edge, float margin) {
            return new Standing(
                    edge.idOfA,
                    edge.idOfB,
                    edge.bits,
                    edge.probability,
                    Deciding.decision(edge.probability, edge.lead, margin));
        }
    }

    /// Accounts by their ids.
    public record Changes(Set<String> ofA, Set<String> ofB) {}

    private Half half(Party party) {
        return party == Party.A ? a : b;
    }

    private static long print(AccountRow account) {
        return Hash.of(account.toString());
    }

    private void add(Half half, AccountRow account) {
        var row = half.side.book().add(account);
        half.rowOfId.put(account.id(), row);
        half.prints.add(print(account));
        half.side.book().weigh(snapshot.statistics, row);
        learn(half.side.book(), row);
        enter(half, row);
    }

    private void learn(Book book, int row) {
        for (var i = book.start[row]; i < book.start[row + 1]; i++) {
            if (book.kinds[i] == NameReader.WORD && words.add(book.tokens[i])) {
                near.add(book.tokens[i], book.spellings[i]);
            }
        }
    }

    private void enter(Half half, int row) {
        keys.of(half.side.book(), row);
        for (var n = 0; n < keys.size; n++) {
            half.side.index().add(keys.key[n], row);
            changed(half, n, -1);
        }
        half.stale.add(row);
    }

    private void leave(Party party, @Nullable Integer row) {
        if (row == null) {
            return;
        }
        var half = half(party);
        keys.of(half.side.book(), row);
        for (var n = 0; n < keys.size; n++) {
            half.side.index().remove(keys.key[n], row);
            changed(half, n, 1);
        }
        competition.remove(party, row);
        half.stale.remove(row);
    }

    /// One account more or less has a key: where that makes it common or rare, all its accounts are compared
    /// anew.
    private void changed(Half half, int n, int before) {
        var index = half.side.index();
        var found = index.find(keys.key[n]);
        var now = index.size(found);
        if (Keys.step(keys.type[n], now) != Keys.step(keys.type[n], now + before)) {
            for (var i = 0; i < now; i++) {
                half.stale.add(index.row(found, i));
            }
        }
    }

    private void settle() {
        common.forget();
        refresh(Party.A, a.stale, ofA);
        refresh(Party.B, b.stale, ofB);
        competition.settle();
    }

    private void refresh(Party party, Set<Integer> stale, Candidates candidates) {
        for (var row : stale) {
            competition.remove(party, row);
            candidates.find(row);
            edges(party, row, candidates).forEach(competition::add);
        }
        stale.clear();
    }

    private List<Edge> edges(Party party, int row, Candidates candidates) {
        var edges = new ArrayList<Edge>();
        for (var n = 0; n < candidates.size; n++) {
            var rowOfA = party == Party.A ? row : candidates.rows[n];
            var rowOfB = party == Party.A ? candidates.rows[n] : row;
            if (reach.canReach(Alignment.FLOOR, a.side.book(), rowOfA, b.side.book(), rowOfB, common)) {
                edge(rowOfA, rowOfB, edges);
            }
        }
        return edges;
    }

    private void edge(int rowOfA, int rowOfB, List<Edge> edges) {
        var bits = comparison.compare(a.side.book(), rowOfA, b.side.book(), rowOfB, common);
        if (bits >= Alignment.FLOOR) {
            edges.add(new Edge(
                    rowOfA, rowOfB, a.side.book().id(rowOfA), b.side.book().id(rowOfB), bits));
        }
    }
}
