package dev.tandem.kit.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The page that is asked for by `limit` and `cursor`. Take it as an argument of the controller method. The cursor is
/// bound to the caller, the path and every other query parameter, so that the filter cannot change between pages.
public final class Paging {
    private final PageQuery query;
    private final Cursors cursors;

    Paging(PageQuery query, Cursors cursors) {
        this.query = query;
        this.cursors = cursors;
    }

    /// How many rows to read: one more than the page holds, which tells whether there is a next one.
    ///
    /// @throws ProblemException 400 naming `limit`
    public int fetch() {
        return query.limit() + 1;
    }

    /// The position of the last item of the page before; nothing on the first page.
    ///
    /// @throws ProblemException 400 naming `cursor`, when it is not ours for this caller and these parameters
    public Optional<String> after() {
        return query.cursor().map(this::opened);
    }

    private String opened(String cursor) {
        return cursors.open(query.binding(), cursor)
                .orElseThrow(() -> Problem.invalid("cursor", "INVALID", "is not a cursor of this list: start anew"));
    }

    /// How many items the page holds.
    ///
    /// @throws ProblemException 400 naming `limit`
    public int limit() {
        return query.limit();
    }

    /// A page that was cut elsewhere: it may hold fewer items than asked for, and go on.
    ///
    /// @param position where the next page begins behind; null at the end of a list. A feed always has one, so that
    /// a reader comes back with the cursor that it was given last
    public <T> Page<T> cut(List<T> items, @Nullable String position) {
        return new Page<>(items, position == null ? null : cursors.seal(query.binding(), position));
    }

    /// @param rows at most `fetch()` rows in order, beginning after `after()`
    /// @param position the sort key of a row, unique within the list
    public <T> Page<T> page(List<T> rows, Function<? super T, String> position) {
        var limit = query.limit();
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        var last = position.apply(rows.get(limit - 1));
        return new Page<>(rows.subList(0, limit), cursors.seal(query.binding(), last));
    }
}
