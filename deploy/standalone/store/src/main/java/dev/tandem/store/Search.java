package dev.tandem.store;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.RootReference;
import org.jspecify.annotations.Nullable;

/// Carries a plan out on one state of a collection, which later changes do not touch.
final class Search {

    private final Plan plan;
    private final Document query;
    private final MVMap<Key, byte[]> documents;
    private final RootReference<Key, byte[]> documentsThen;
    private final @Nullable RootReference<Key, Key> entriesThen;
    private final LongAdder examined;
    private final QueryMatcher matcher = new DefaultQueryMatcher();

    /// To be called while nothing changes the collection; the rest may run beside changes.
    Search(Plan plan, Document query, MVMap<Key, byte[]> documents, LongAdder examined) {
        this.plan = plan;
        this.query = query;
        this.documents = documents;
        this.documentsThen = documents.flushAndGetRoot();
        this.entriesThen = plan.index() == null ? null : plan.index().entries().flushAndGetRoot();
        this.examined = examined;
    }

    record Match(Key key, Document document, int bytes) {}

    Stream<Match> matches(Ordering ordering) {
        Stream<Match> matches = found().filter(match -> matcher.matches(match.document(), query));
        return plan.sorted() ? matches : sort(matches, ordering);
    }

    /// Keeps only what is sorted by, not whole documents, while it sorts.
    private Stream<Match> sort(Stream<Match> matches, Ordering ordering) {
        record Sortable(Key key, List<Ordering.Value> values) {}
        return matches.map(match -> new Sortable(match.key(), ordering.valuesOf(match.document())))
                .sorted((left, right) -> ordering.compare(left.values(), right.values()))
                .map(sortable -> read(sortable.key(), documents.get(documentsThen.root, sortable.key())));
    }

    private Stream<Match> found() {
        SortedIndex index = plan.index();
        return entriesThen == null || index == null
                ? new Walk<>(documents, documentsThen, plan, this::read).stream()
                : positions(index, entriesThen).map(key -> read(key, documents.get(documentsThen.root, key)));
    }

    private Stream<Key> positions(SortedIndex index, RootReference<Key, Key> then) {
        Stream<Key> positions = new Walk<>(index.entries(), then, plan, (_, position) -> position).stream();
        Set<Key> seen = new HashSet<>();
        return index.sorted() ? positions : positions.filter(seen::add);
    }

    private Match read(Key key, byte @Nullable [] bytes) {
        byte[] found = Objects.requireNonNull(bytes, "an index entry without its document");
        examined.increment();
        return new Match(key, Bson.decode(found), found.length);
    }
}
