package dev.tandem.engine;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Aligns two whole books at once, on all processors. The matches are a pure function of the two books, in
/// whatever order their accounts were added.
public final class Alignment {
    static final float FLOOR = -5;

    private final Side a;
    private final Side b;
    private final Statistics statistics;
    private final NearWords near;
    private final float[] weights;
    private final Rulings rulings;
    private final float margin;
    private OptionalDouble against;
    private List<Match> found = List.of();
    private Steps steps = new Steps(0);
    private @Nullable Candidates asked;
    private boolean isIndexed;

    public Alignment(Book bookA, Book bookB) {
        this(bookA, bookB, Weights.shipped());
    }

    Alignment(Book bookA, Book bookB, float[] weights) {
        this(bookA, bookB, weights, new Given(Statistics.of(bookA, bookB)), new Rulings());
    }

    /// With a snapshot that was taken before.
    public Alignment(Book bookA, Book bookB, Snapshot snapshot) {
        this(bookA, bookB, snapshot, new Rulings());
    }

    /// With a snapshot that was taken before, and with what people decided.
    public Alignment(Book bookA, Book bookB, Snapshot snapshot, Rulings rulings) {
        this(bookA, bookB, Weights.shipped(), new Given(snapshot), rulings);
    }

    /// With what people decided.
    public Alignment(Book bookA, Book bookB, Rulings rulings) {
        this(bookA, bookB, Weights.shipped(), new Given(Statistics.of(bookA, bookB)), rulings);
    }

    /// What is known beforehand; the rate of counterparts may have to be found.
    private record Given(Statistics statistics, OptionalDouble against, float margin) {
        Given(Statistics statistics) {
            this(statistics, OptionalDouble.empty(), Snapshot.MARGIN);
        }

        Given(Snapshot snapshot) {
            this(snapshot.statistics, OptionalDouble.of(snapshot.against), snapshot.margin);
        }
    }

    private Alignment(Book bookA, Book bookB, float[] weights, Given given, Rulings rulings) {
        this.rulings = rulings;
        this.weights = weights;
        statistics = given.statistics;
        against = given.against;
        margin = given.margin;
        near = new NearWords(statistics);
        a = new Side(bookA);
        b = new Side(bookB);
    }

    /// The pairs that are matches or for review, the likeliest first; each account in one of them at most,
    /// unless people confirmed more, or declared that it is one of several duplicates.
    public List<Match> matches() {
        try (var threads = Threads.forAll()) {
            Threads.all(threads, List.of(this::nearWords, () -> prepare(a), () -> prepare(b)));
            var crossroads = new Crossroads(a.book, b.book, this::keys, threads);
            var edges = crossroads.edges(weights, statistics);
            steps = crossroads.steps();
            var deciding = new Deciding(edges, a.book.size, b.book.size);
            against = OptionalDouble.of(against.orElseGet(deciding::against));
            found = rulings.isEmpty()
                    ? deciding.decide(against.getAsDouble(), margin, a.book.ids, b.book.ids)
                    : ruled(edges, against.getAsDouble());
            return found;
        }
    }

    private List<Match> ruled(Edges edges, double by) {
        var ruled = new Ruled(rulings, a.book, b.book);
        var comparison = new Comparison(weights);
        return ruled.accounts(
                new Deciding(ruled.competing(edges), a.book.size, b.book.size)
                        .decide(by, margin, ruled.ofA.ids, ruled.ofB.ids),
                (rowOfA, rowOfB) -> compare(comparison, rowOfA, rowOfB));
    }

    /// What the matches depended on besides the accounts. To be asked after them.
    public Snapshot snapshot() {
        return new Snapshot(statistics, against.orElseThrow(), margin);
    }

    /// Why the two rows are, or are not, the same account: every clue with its bits, the weightiest first.
    public Explanation explain(int rowOfA, int rowOfB) {
        var comparison = new Comparison(weights);
        compare(comparison, rowOfA, rowOfB);
        return comparison.explanation();
    }

    /// Whether and why the two rows are the same customer, or why not, and what would change that; for any two,
    /// compared or not. To be asked after [#matches()], by one thread at a time.
    public Answer ask(int rowOfA, int rowOfB) {
        index();
        var inquiry = new Inquiry(a, b, keys(), rulings);
        var asking = new Asking(explain(rowOfA, rowOfB), against.orElseThrow(), margin);
        inquiry.rivals(rowOfA, rowOfB, (one, other) -> explain(one, other).bits(), asking);
        return inquiry.answer(rowOfA, rowOfB, found, asking);
    }

    /// Says of pair after pair what speaks for it; one instance a thread.
    Reasons reasons() {
        return new Reasons(a.book, b.book, new Comparison(weights), common());
    }

    float compare(Comparison comparison, int rowOfA, int rowOfB) {
        var common = common();
        common.at(a.book, rowOfA);
        return comparison.compare(a.book, rowOfA, b.book, rowOfB, common);
    }

    private Commonness common() {
        return Commonness.of(steps, statistics);
    }

    private Keys keys() {
        return new Keys(statistics, near);
    }

    /// Whether the two rows share a key that is not too common, so that they are compared at all; to be asked
    /// after [#matches()], by one thread at a time.
    public boolean isCandidate(int rowOfA, int rowOfB) {
        return candidates(rowOfA).has(rowOfB);
    }

    Candidates candidates(int rowOfA) {
        if (asked == null) {
            index();
            asked = new Candidates(a, b, keys());
        }
        asked.find(rowOfA);
        return asked;
    }

    /// What single rows are found by; whole books need none.
    private void index() {
        if (!isIndexed) {
            a.index(keys());
            b.index(keys());
            isIndexed = true;
        }
    }

    private Void prepare(Side side) {
        side.book.weigh(statistics);
        return null;
    }

    private Void nearWords() {
        for (var book : List.of(a.book, b.book)) {
            near.learn(book);
        }
        return null;
    }
}
