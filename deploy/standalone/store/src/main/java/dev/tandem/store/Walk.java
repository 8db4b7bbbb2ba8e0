package dev.tandem.store;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.RootReference;
import org.jspecify.annotations.Nullable;

/// Goes along a plan's stretches of one map, one entry at a time: not further than it is asked to.
final class Walk<V, T> implements Iterator<T> {

    private final MVMap<Key, V> map;
    private final RootReference<Key, V> then;
    private final boolean reverse;
    private final Iterator<Plan.Stretch> stretches;
    private final BiFunction<Key, V, T> taking;
    private @Nullable Cursor<Key, V> cursor;

    Walk(MVMap<Key, V> map, RootReference<Key, V> then, Plan plan, BiFunction<Key, V, T> taking) {
        this.map = map;
        this.then = then;
        this.reverse = plan.reverse();
        this.stretches = plan.inOrder().iterator();
        this.taking = taking;
    }

    Stream<T> stream() {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED), false);
    }

    @Override
    public boolean hasNext() {
        while ((cursor == null || !cursor.hasNext()) && stretches.hasNext()) {
            cursor = cursor(stretches.next());
        }
        return cursor != null && cursor.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext() || cursor == null) {
            throw new NoSuchElementException();
        }
        Key key = cursor.next();
        return taking.apply(key, cursor.getValue());
    }

    private Cursor<Key, V> cursor(Plan.Stretch stretch) {
        return reverse
                ? map.cursor(then, stretch.to(), stretch.from(), true)
                : map.cursor(then, stretch.from(), stretch.to(), false);
    }
}
