package dev.tandem.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.RootReference;
import org.jspecify.annotations.Nullable;

/// Carries a plan out on one state of a collection, which later changes do not touch.
final class Search {

    private final Plan plan;
    private final Selection selection;
    private final MVMap<Key, byte[]> documents;
    private final RootReference<Key, byte[]> documentsThen;
    private final @Nullable RootReference<Key, Key> entriesThen;
    private final LongAdder examined;

    /// To be called while nothing changes the collection; the rest may run beside changes.
    Search(Plan plan, Selection selection, MVMap<Key, byte[]> documents, LongAdder examined) {
        this.plan = plan;
        this.selection = selection;
        this.documents = documents;
        this.documentsThen = documents.flushAndGetRoot();
        this.entriesThen = plan.index() == null ? null : plan.index().entries().flushAndGetRoot();
        this.examined = examined;
    }

    /// @param reading gives the document, each time anew
    record Match(Key key, Supplier<Read> reading) {
        Read read() {
            return reading.get();
        }

        Document document() {
            return read().document();
        }
    }

    /// A document and its size.
    record Read(Document document, int bytes) {}

    /// Where it has to sort, each match is read again only once it is asked for.
    Stream<Match> matches(Ordering ordering) {
        Stream<Match> matches = found().filter(match -> selection.has(match.document()));
        return plan.sorted() ? matches : sort(matches, ordering);
    }

    /// Keeps only what is sorted by, not whole documents: a list in between, since a sorted stream would hand all of
    /// them on at once to whoever asks for the first.
    private Stream<Match> sort(Stream<Match> matches, Ordering ordering) {
        record Sortable(Key key, List<Ordering.Value> values) {}
        List<Sortable> sorted = matches.map(match -> new Sortable(match.key(), ordering.valuesOf(match.document())))
                .sorted((left, right) -> ordering.compare(left.values(), right.values()))
                .toList();
        return sorted.stream()
                .map(Sortable::key)
                .map(key -> new Match(key, () -> read(documents.get(documentsThen.root, key))));
    }

    private Stream<Match> found() {
        SortedIndex index = plan.index();
        return entriesThen == null || index == null
                ? new Walk<>(documents, documentsThen, plan, this::match).stream()
                : positions(index, entriesThen).map(key -> match(key, documents.get(documentsThen.root, key)));
    }

    private Stream<Key> positions(SortedIndex index, RootReference<Key, Key> then) {
        Stream<Key> positions = new Walk<>(index.entries(), then, plan, (_, position) -> position).stream();
        Set<Key> seen = new HashSet<>();
        return index.sorted() ? positions : positions.filter(seen::add);
    }

    private Match match(Key key, byte @Nullable [] bytes) {
        Read read = read(bytes);
        return new Match(key, () -> read);
    }

    private Read read(byte @Nullable [] bytes) {
        byte[] found = Objects.requireNonNull(bytes, "an index entry without its document");
        examined.increment();
        return new Read(Bson.decode(found), found.length);
    }
}
