package dev.tandem.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a document contributes to an index: one key per element when one of its fields is, or lies in, an array.
final class IndexEntries {

    private final List<Path> paths;
    private final Set<Key> keys = new LinkedHashSet<>();
    private boolean sortable = true;
    private boolean present;

    private IndexEntries(List<Path> paths) {
        this.paths = paths;
    }

    /// @param paths as [Path] has them
    static IndexEntries of(List<Path> paths, Document document) {
        IndexEntries entries = new IndexEntries(paths);
        if (!entries.addPlain(document)) {
            entries.expand(paths.stream()
                    .map(path -> new Place(document, path.names(), false))
                    .toList());
        }
        return entries;
    }

    /// A field's path, split at its dots.
    record Path(List<String> names) {
        static Path of(String path) {
            return new Path(List.of(path.split("\\.", -1)));
        }

        @Override
        public String toString() {
            return String.join(".", names);
        }
    }

    /// The one key of a document that has no array on any of the paths; false where it has one.
    private boolean addPlain(Document document) {
        KeyEncoder encoder = new KeyEncoder();
        boolean exact = true;
        boolean any = false;
        for (Path path : paths) {
            Object value = document;
            for (String name : path.names()) {
                value = value instanceof Document parent ? parent.getOrMissing(name) : Missing.getInstance();
                if (value instanceof List<?>) {
                    return false;
                }
            }
            encoder.value(value);
            exact &= KeyEncoder.sortsExactly(value);
            any |= !(value instanceof Missing);
        }
        keys.add(encoder.key());
        sortable = exact;
        present = any;
        return true;
    }

    Set<Key> keys() {
        return keys;
    }

    /// Whether the entry stands in the index where a sort would put the document.
    boolean sortable() {
        return sortable;
    }

    /// Whether the document has any of the fields, be it null.
    boolean present() {
        return present;
    }

    private void expand(List<Place> places) {
        List<Place> reached = places.stream().map(Place::descend).toList();
        List<?> array = commonArray(reached);
        if (array == null) {
            add(reached);
            return;
        }
        sortable = false;
        if (array.isEmpty()) {
            expand(reached.stream().map(Place::intoNothing).toList());
        }
        for (Object element : array) {
            expand(reached.stream().map(place -> place.into(element)).toList());
        }
    }

    /// Two fields may vary together only when they lie in the same array; an equal one elsewhere will not do.
    @SuppressWarnings("ReferenceEquality")
    private @Nullable List<?> commonArray(List<Place> places) {
        List<?> common = null;
        for (Place place : places) {
            List<?> array = place.array();
            if (common != null && array != null && array != common) {
                throw new CannotIndexParallelArraysError(
                        paths.stream().map(Path::toString).toList());
            }
            common = array == null ? common : array;
        }
        return common;
    }

    private void add(List<Place> places) {
        KeyEncoder encoder = new KeyEncoder();
        for (Place place : places) {
            encoder.value(place.value());
            sortable &= KeyEncoder.sortsExactly(place.value());
            present |= !(place.value() instanceof Missing);
        }
        keys.add(encoder.key());
    }

    /// How far a path has been followed into a document.
    private record Place(@Nullable Object value, List<String> rest, boolean done) {

        Place descend() {
            Place place = this;
            while (!place.rest.isEmpty() && place.array() == null) {
                place = place.step();
            }
            return place;
        }

        private Place step() {
            return new Place(child(rest.getFirst()), rest.subList(1, rest.size()), false);
        }

        private @Nullable Object child(String name) {
            if (value instanceof Document document) {
                return document.getOrMissing(name);
            }
            return value instanceof List<?> list && isPosition(name) ? element(list, name) : Missing.getInstance();
        }

        private static @Nullable Object element(List<?> list, String position) {
            int index = Integer.parseInt(position);
            return index < list.size() ? list.get(index) : Missing.getInstance();
        }

        private static boolean isPosition(String name) {
            return name.length() < 10 && !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
        }

        /// The array whose elements are to be taken one by one, if this is where the path leads.
        @Nullable
        List<?> array() {
            boolean named = !rest.isEmpty() && isPosition(rest.getFirst());
            return !done && !named && value instanceof List<?> list ? list : null;
        }

        Place into(@Nullable Object element) {
            return array() == null ? this : new Place(element, rest, rest.isEmpty());
        }

        Place intoNothing() {
            if (array() == null) {
                return this;
            }
            return rest.isEmpty() ? new Place(List.of(), rest, true) : new Place(Missing.getInstance(), rest, false);
        }
    }
}
